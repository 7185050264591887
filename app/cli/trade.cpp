// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/trade.h"

#include "app/cli/output.h"
#include "app/cli/planoptions.h"
#include "app/cli/quantitytext.h"
#include "app/cli/textlines.h"
#include "core/base/sentence.h"
#include "core/format/tradejson.h"
#include "core/planner/microbatchtrade.h"
#include "core/schedule/catalogue.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace pipegantt {
namespace {

/// Three significant digits, of which there may be more before the point.
std::string rateText(double rate)
{
    std::array<char, 32> text {};
    const int digits = rate < 10 ? 2 : rate < 100 ? 1 : 0;
    std::snprintf(text.data(), text.size(), "%.*f", digits, rate);
    return text.data();
}

/// In the largest unit that leaves at least one whole, with three digits behind the point.
std::string wallTime(Duration time)
{
    const bool seconds = time >= std::chrono::seconds(1);
    const double value = seconds ? std::chrono::duration<double>(time).count()
                                 : std::chrono::duration<double, std::milli>(time).count();
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%.3f %s", value, seconds ? "s" : "ms");
    return text.data();
}

std::vector<std::string> cells(const TradePoint& point)
{
    const ComparedPlan& row = point.row;
    std::vector<std::string> line {std::to_string(point.microbatchSize),
        std::to_string(row.plan.microbatches), rateText(point.stageRate)};
    if (!row.isMeasured())
        line.insert(line.end(), {"", "", "", ""});
    else
        line.insert(line.end(),
            {percentText(row.bubbleRatio), wallTime(row.makespan), rateText(point.rate),
                bytesText(row.peakMemory)});
    line.push_back(row.refusal ? sentence(*row.refusal)
            : row.tooLarge     ? "too many operations to compare"
            : row.fits         ? ""
                               : "does not fit");
    return line;
}

const std::array<std::string, 7> kHeader {
    "size", "M", "stage samples/s", "bubble", "makespan", "samples/s", "peak memory"};

std::string oneSchedule(const MicrobatchTrade& trade)
{
    TextLines table;
    table.alignRight(std::vector<bool>(kHeader.size(), true));
    table.add({kHeader.begin(), kHeader.end()});
    for (std::size_t i = 0; i < trade.points.size(); ++i) {
        std::vector<std::string> line = cells(trade.points[i]);
        if (trade.best == i)
            line.back() = "<- soonest";
        table.add(std::move(line));
    }
    return std::string(entry(trade.kind).title) + '\n' + table.text();
}

/// The best point of each schedule that has one, the soonest first.
std::string everySchedule(std::vector<MicrobatchTrade> trades)
{
    std::erase_if(trades, [](const MicrobatchTrade& trade) { return !trade.best; });
    std::ranges::stable_sort(trades, {},
        [](const MicrobatchTrade& trade) { return trade.points[*trade.best].row.makespan; });
    TextLines table;
    std::vector<bool> right(kHeader.size() + 1, true);
    right.front() = false;
    table.alignRight(right);
    std::vector<std::string> header {"soonest with"};
    header.insert(header.end(), kHeader.begin(), kHeader.end());
    table.add(std::move(header));
    for (const MicrobatchTrade& trade : trades) {
        std::vector<std::string> line = cells(trade.points[*trade.best]);
        line.insert(line.begin(), std::string(entry(trade.kind).title));
        table.add(std::move(line));
    }
    return table.text();
}

std::string tradeText(std::span<const MicrobatchTrade> trades, const Plan& plan)
{
    const TimeSource& source = plan.source;
    return counted(plan.globalBatch, "sample") + " a batch on " + counted(plan.stages, "stage")
        + "\nmeasured with " + source.model + " on " + source.device + ", " + source.date + "\n\n"
        + oneSchedule(trades.front()) + '\n' + everySchedule({trades.begin(), trades.end()});
}

ExitCode runTrade(const PlanOptions& options, bool json)
{
    const tl::expected<std::vector<Plan>, LocatedError> plans = options.plansOfEachSize();
    if (!plans)
        return fail(plans.error());
    Comparison comparison;
    const ScheduleKind asked = plans->front().schedule;
    std::vector<MicrobatchTrade> trades {microbatchTrade(comparison, *plans, asked)};
    for (const CatalogueEntry& known : catalogue()) {
        // A search for each size would take long; it is made where it is asked for.
        if (known.kind != asked && known.kind != ScheduleKind::Auto
            && known.kind != ScheduleKind::Custom && known.hasBackward)
            trades.push_back(microbatchTrade(comparison, *plans, known.kind));
    }
    const ExitCode printed = print(
        json ? tradeJson(plans->front().globalBatch, trades) : tradeText(trades, plans->front()));
    if (printed != ExitCode::Ok || trades.front().best)
        return printed;
    const std::optional<Error>& refusal = trades.front().points.front().row.refusal;
    complain(refusal ? sentence(*refusal) : "No measured size fits the memory limit.");
    return ExitCode::Infeasible;
}

} // namespace

void addTradeCommand(CLI::App& app, std::function<ExitCode()>& action)
{
    CLI::App* const command = app.add_subcommand(
        "trade", "Find the measured size of micro-batch that ends a batch soonest, by schedule");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON instead of text");
    const auto options = PlanOptions::addTo(*command);
    command->callback([&action, options, json] {
        action = [options, json] { return runTrade(*options, *json); };
    });
}

} // namespace pipegantt
