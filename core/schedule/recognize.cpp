// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/recognize.h"

#include "core/schedule/catalogue.h"

#include <algorithm>
#include <set>

namespace pipegantt {
namespace {

/// Whether the kind's order comes from a search, which takes its time.
bool isSearched(ScheduleKind kind)
{
    switch (kind) {
    case ScheduleKind::Zb1p:
    case ScheduleKind::Zb2p:
    case ScheduleKind::ZbVSearch:
    case ScheduleKind::VHalf:
    case ScheduleKind::VMin:
    case ScheduleKind::OneFOneBV:
    case ScheduleKind::GroupInterleaved:
        return true;
    default:
        return false;
    }
}

/// Group sizes to try: the rule's own, and where the first device changes from one chunk to
/// another.
std::vector<int> groups(const Schedule& given, ScheduleKind kind)
{
    std::vector<int> sizes {0};
    if (!reads(kind, Parameter::Group) || given.chunks() == 1)
        return sizes;
    const auto row = given.row(0);
    const auto change = std::ranges::find_if(row, [&](PackedOperation operation) {
        return isForward(operation.kind()) && operation.chunk() != row.front().chunk();
    });
    const auto forwards = std::count_if(
        row.begin(), change, [](PackedOperation one) { return isForward(one.kind()); });
    sizes.push_back(static_cast<int>(forwards));
    return sizes;
}

/// Every way in which the kind could be asked for an order of this shape.
std::vector<Plan> candidates(const Plan& plan, ScheduleKind kind)
{
    const Schedule& given = *plan.given.schedule;
    const KindShape& shape = shapeOf(kind);
    Plan base = plan;
    adoptGivenShape(base);
    base.given = {};
    base.schedule = kind;
    base.slices = given.slices();
    if ((given.slices() > 1) != shape.sliced && given.slices() > 1)
        return {};
    const bool steps = endsWithStep(given);
    if (steps && base.optimizer == Duration::zero())
        base.optimizer = unitDuration(base.unit);
    if (!steps && !shape.stepsEachMicrobatch)
        base.optimizer = {};

    std::vector<Plan> plans;
    for (const int group : groups(given, kind)) {
        base.group = group;
        for (const BackwardOrder order : {BackwardOrder::Ascending, BackwardOrder::Descending}) {
            if (order != BackwardOrder::Ascending && !reads(kind, Choice::BackwardOrder))
                continue;
            base.backwardOrder = order;
            plans.push_back(base);
        }
    }
    return plans;
}

bool samePlaces(const Placement& a, const Placement& b)
{
    if (a.devices() != b.devices() || a.stages() != b.stages() || a.pipelines() != b.pipelines())
        return false;
    for (int stage = 0; stage < a.stages(); ++stage) {
        if (a.deviceOf(stage) != b.deviceOf(stage))
            return false;
    }
    return true;
}

} // namespace

bool sameOrder(const Schedule& a, const Schedule& b)
{
    if (a.units() != b.units() || a.slices() != b.slices()
        || a.operations().size() != b.operations().size()
        || !samePlaces(a.placement(), b.placement()))
        return false;
    for (int device = 0; device < a.devices(); ++device) {
        const bool same = std::ranges::equal(
            a.row(device), b.row(device), [&](PackedOperation x, PackedOperation y) {
                return x.kind() == y.kind() && x.unit() == y.unit()
                    && a.stageOf(device, x.chunk()) == b.stageOf(device, y.chunk());
            });
        if (!same)
            return false;
    }
    return true;
}

std::vector<Plan> recognize(const Plan& plan)
{
    std::vector<Plan> known;
    if (!plan.given.schedule)
        return known;
    const Schedule& given = *plan.given.schedule;
    Schedule schedule;
    for (const CatalogueEntry& one : catalogue()) {
        const bool asks = one.kind != ScheduleKind::Custom && one.kind != ScheduleKind::Auto
            && (!isSearched(one.kind) || given.operations().size() <= kMostSearched);
        if (!asks)
            continue;
        for (const Plan& candidate : candidates(plan, one.kind)) {
            // Some kinds fall out by their number of operations, before they are generated.
            const bool fits =
                operationCount(candidate) >= static_cast<std::int64_t>(given.operations().size());
            if (!fits || !generate(candidate, schedule) || !sameOrder(given, schedule))
                continue;
            known.push_back(candidate);
            break;
        }
    }
    // An order says nothing of the weights: the plain answer before those that keep versions.
    std::stable_partition(known.begin(), known.end(), [](const Plan& one) {
        return entry(one.schedule).updates == WeightUpdates::EachIteration;
    });
    return known;
}

} // namespace pipegantt
