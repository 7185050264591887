// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/totalscsv.h"

#include "core/base/ratio.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace pipegantt {
namespace {

constexpr int kShareDecimals = 6;

constexpr std::array<std::string_view, kOperationKindCount> kKindNames {"forward", "input-grad",
    "weight-grad", "backward", "recompute", "optimizer", "pair", "paired-backward"};

class TotalsWriter
{
public:
    TotalsWriter(Duration length, TimeUnit unit)
        : m_length(length)
        , m_unit(unit)
        , m_text("devices,part,count,time_" + std::string(unitName(unit)) + ",share,bytes\n")
    {
    }

    void write(const std::string& devices, std::int64_t count, const WorkTotals& work)
    {
        m_devices = devices;
        m_whole = std::max<std::int64_t>(1, m_length.count() * count);
        line("busy", work.operationCount(), work.busy());
        for (std::size_t kind = 0; kind < kOperationKindCount; ++kind) {
            if (work.operations[kind] > 0)
                line(kKindNames[kind], work.operations[kind], work.time[kind]);
        }
        line("idle", std::nullopt, work.idle.total());
        line("warm-up", std::nullopt, work.idle.warmUp);
        line("drain", std::nullopt, work.idle.drain);
        line("message", std::nullopt, work.idle.message);
        line("dependency", std::nullopt, work.idle.dependency);
        line("imbalance", std::nullopt, work.idle.imbalance);
        m_text += m_devices + ",messages-sent," + std::to_string(work.messages) + ",,,"
            + std::to_string(work.bytes.value) + '\n';
    }

    [[nodiscard]] std::string finish() { return std::move(m_text); }

private:
    void line(std::string_view part, std::optional<std::int64_t> count, Duration time)
    {
        m_text += m_devices + ',' + std::string(part) + ',' + (count ? std::to_string(*count) : "")
            + ',' + timeNumber(time, m_unit) + ','
            + ratioNumber({time.count(), m_whole}, kShareDecimals) + ",\n";
    }

    Duration m_length;
    TimeUnit m_unit;
    std::string m_text;
    std::string m_devices;
    std::int64_t m_whole = 1;
};

} // namespace

std::string totalsCsv(const BoxTotals& totals, TimeUnit unit)
{
    TotalsWriter writer(totals.length(), unit);
    writer.write("all", static_cast<std::int64_t>(totals.devices.size()), totals.all);
    for (const BoxTotals::Device& device : totals.devices)
        writer.write(std::to_string(device.device), 1, device.work);
    return writer.finish();
}

} // namespace pipegantt
