// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/timesoptions.h"

#include "app/cli/textlines.h"
#include "core/base/sentence.h"
#include "core/format/quotable.h"
#include "core/format/timesfile.h"
#include "core/format/wholenumber.h"
#include "core/planner/measuredplan.h"

#include <CLI/CLI.hpp>

namespace pipegantt {
namespace {

constexpr const char* kTimesOption = "--times";
constexpr const char* kSizeOption = "--micro-batch-size";
constexpr const char* kModelOption = "--model";
constexpr const char* kGroup = "Measured times";

} // namespace

void TimesOptions::addTo(CLI::App& command)
{
    m_command = &command;
    CLI::Option* const times = command.add_option(kTimesOption, m_file,
        wrapped("Take the times and the memory of a stage from a file that measure wrote. Options "
                "for memory, messages and recomputation win over what it says."));
    times->type_name("FILE")->group(kGroup);
    command
        .add_option(kSizeOption, m_size,
            wrapped("Which of the sizes in the file; needed where it has several. The global batch "
                    "is then M times that."))
        ->type_name("N")
        ->group(kGroup)
        ->needs(times);
    command.add_option(kModelOption, m_model, "Refuse times of any other model than this one.")
        ->type_name("ID")
        ->group(kGroup)
        ->needs(times);
}

bool TimesOptions::given() const
{
    return m_command != nullptr && m_command->count(kTimesOption) > 0;
}

bool TimesOptions::namesSize() const
{
    return m_command != nullptr && m_command->count(kSizeOption) > 0;
}

Result<MeasuredChoice> TimesOptions::choice() const
{
    std::optional<std::int64_t> size = m_chosen;
    if (!size && namesSize()) {
        const Result<std::int64_t> number =
            wholeNumber("micro-batch-size", m_size, 1, kMostMicrobatchSize);
        if (!number)
            return failure(number);
        size = *number;
    }
    return chooseSize(*m_times, size);
}

tl::expected<void, LocatedError> TimesOptions::read()
{
    Result<StageTimes> times = readTimes(m_file);
    if (!times) {
        // Errors of the file itself name it.
        const bool named = category(times.error().code) == ErrorCategory::InputOutput
            || times.error().code == ErrorCode::FileTooLarge;
        return tl::unexpected(LocatedError {times.error(), named ? std::string() : m_file});
    }
    m_times = std::make_shared<const StageTimes>(*std::move(times));
    const std::string& model = m_times->stage.model.id;
    if (m_command->count(kModelOption) > 0 && m_model != model) {
        return tl::unexpected(
            LocatedError {Error(ErrorCode::TimesOfOtherModel, {model, quotable(m_model)}), m_file});
    }
    return {};
}

std::vector<std::int64_t> TimesOptions::sizes() const
{
    std::vector<std::int64_t> sizes;
    for (const SizeTimes& size : m_times->sizes)
        sizes.push_back(size.microbatch);
    return sizes;
}

Result<Plan> TimesOptions::prepared(const Plan& plan) const
{
    return choice().and_then([&](const MeasuredChoice& which) { return preparedFor(plan, which); });
}

Result<Plan> TimesOptions::finished(
    const Plan& plan, const std::function<bool(Parameter)>& isGiven) const
{
    return choice().and_then(
        [&](const MeasuredChoice& which) { return withMeasuredTimes(plan, which, isGiven); });
}

} // namespace pipegantt
