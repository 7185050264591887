// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/devicetext.h"

#include "app/cli/quantitytext.h"
#include "app/cli/textlines.h"
#include "core/metrics/weightversions.h"
#include "core/run/beyond.h"
#include "core/schedule/catalogue.h"
#include "core/simulate/criticalpath.h"

#include <algorithm>
#include <array>
#include <vector>

namespace pipegantt {
namespace {

/// Rows of devices that are shown at each end where there are more than twice as many.
constexpr int kDevicesAtEachEnd = 8;
/// The same of steps of the critical path.
constexpr std::size_t kStepsAtEachEnd = 16;

struct Cause
{
    const char* name;
    Duration IdleCauses::*part;
};

constexpr std::array kCauses {
    Cause {"warm-up", &IdleCauses::warmUp},
    Cause {"drain", &IdleCauses::drain},
    Cause {"message", &IdleCauses::message},
    Cause {"dependency", &IdleCauses::dependency},
    Cause {"imbalance", &IdleCauses::imbalance},
};

/// Only the causes that there are, so that the table of a simple plan stays narrow.
std::vector<Cause> presentCauses(const std::vector<IdleCauses>& all)
{
    std::vector<Cause> present;
    for (const Cause& cause : kCauses) {
        if (std::ranges::any_of(
                all, [&](const IdleCauses& one) { return one.*cause.part > Duration::zero(); }))
            present.push_back(cause);
    }
    return present;
}

/// Rows of the table of devices.
class DeviceRows
{
public:
    explicit DeviceRows(const Run& run)
        : m_run(run)
        , m_all(wholeIdleCauses(run).value_or(std::vector<IdleCauses>()))
        , m_causes(presentCauses(m_all))
        , m_versioned(entry(run.plan.schedule).updates != WeightUpdates::EachIteration)
    {
    }

    [[nodiscard]] std::vector<std::string> titles() const
    {
        std::vector<std::string> row {"device", "busy", "idle", "bubble"};
        for (const Cause& cause : m_causes)
            row.emplace_back(cause.name);
        row.emplace_back("peak activations");
        if (m_versioned)
            row.insert(row.end(), {"weight versions", "staleness"});
        row.emplace_back("peak memory");
        return row;
    }

    [[nodiscard]] std::vector<std::string> rowOf(int device) const
    {
        const auto at = static_cast<std::size_t>(device);
        const DeviceMetrics& metrics = m_run.metrics.devices[at];
        std::vector<std::string> row {std::to_string(device), number(metrics.busy),
            number(metrics.idle),
            percentText({metrics.idle.count(), m_run.metrics.makespan.count()})};
        for (const Cause& cause : m_causes)
            row.push_back(number(m_all[at].*cause.part));
        row.push_back(std::to_string(metrics.peakHeldChunks));
        if (m_versioned) {
            const WeightVersions weights = weightVersions(m_run.plan, metrics);
            row.push_back(std::to_string(weights.versions));
            row.push_back(std::to_string(weights.staleness));
        }
        row.push_back(bytesText(metrics.peakMemory) + " at "
            + number(trueTime(m_run, m_run.timeline.start(device, metrics.peakOperation))) + " by "
            + actionAt(m_run, device, metrics.peakOperation));
        return row;
    }

private:
    [[nodiscard]] std::string number(Duration time) const
    {
        return timeNumber(time, m_run.plan.unit);
    }

    const Run& m_run;
    std::vector<IdleCauses> m_all;
    std::vector<Cause> m_causes;
    bool m_versioned;
};

} // namespace

std::string devicesText(const Run& run)
{
    const auto count = static_cast<int>(run.metrics.devices.size());
    const DeviceRows rows(run);
    TextLines table;
    table.add(rows.titles());
    const bool elided = count > 2 * kDevicesAtEachEnd;
    for (int device = 0; device < count; ++device) {
        if (elided && device == kDevicesAtEachEnd) {
            const int left = count - 2 * kDevicesAtEachEnd;
            table.add({"...", counted(left, "device") + " more"});
            device = count - kDevicesAtEachEnd;
        }
        table.add(rows.rowOf(device));
    }
    return table.text();
}

std::string criticalPathText(const Run& run)
{
    // That of an excerpt is not that of the whole.
    if (run.excerpt)
        return {};
    const CriticalPath path = criticalPath(run.plan, run.schedule, run.timeline);
    const TimeUnit unit = run.plan.unit;
    std::string text = "Critical path: " + timeText(path.work, unit) + " of passes, "
        + timeText(path.travel, unit) + " of messages.\n";
    const bool elided = path.steps.size() > 2 * kStepsAtEachEnd;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        text += i == 0 ? "  " : " ";
        if (elided && i == kStepsAtEachEnd) {
            const std::size_t left = path.steps.size() - 2 * kStepsAtEachEnd;
            text += "... " + std::to_string(left) + " more ... ";
            i += left;
        }
        const CausalStep& step = path.steps[i];
        text += step.kind == CausalStep::Kind::Message ? std::string("->")
                                                       : actionAt(run, step.device, step.operation);
    }
    return text + "\n\n";
}

} // namespace pipegantt
