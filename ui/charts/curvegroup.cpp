// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/curvegroup.h"

#include "core/schedule/catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pipegantt {

namespace {

/// About two milliseconds of simulation: a curve of a hundred points stays well under a second.
constexpr std::int64_t kOperationsPerPoint = std::int64_t {1} << 18;

/// What all other schedules are held against.
constexpr std::array kTextbook {
    ScheduleKind::Naive, ScheduleKind::Inference, ScheduleKind::GPipe, ScheduleKind::OneFOneB};

bool isTextbook(ScheduleKind kind)
{
    return std::ranges::find(kTextbook, kind) != kTextbook.end();
}

/// Curves end where they would cost too much, and a schedule without backward passes reaches twice
/// as far: what counts is the part that both have.
bool coincide(const std::vector<CurvePoint>& a, const std::vector<CurvePoint>& b)
{
    const std::size_t common = std::min(a.size(), b.size());
    if (common < 2 && a.size() != b.size())
        return false;
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(common), b.begin());
}

/// The slopes at the points of a piecewise cubic that nowhere leaves the range of its neighbours
/// (Fritsch and Butland, 1984).
std::vector<double> monotoneSlopes(const std::vector<QPointF>& points)
{
    std::vector<double> slopes(points.size(), 0);
    const auto secant = [&points](std::size_t i) {
        const QPointF way = points[i + 1] - points[i];
        return way.y() / way.x();
    };
    for (std::size_t i = 0; i < points.size() && points.size() > 1; ++i) {
        const double before = secant(i == 0 ? 0 : i - 1);
        const double after = secant(i + 1 == points.size() ? i - 1 : i);
        if (before * after > 0)
            slopes[i] = 2 * before * after / (before + after);
    }
    return slopes;
}

} // namespace

std::vector<QPointF> smoothCurve(const std::vector<CurvePoint>& points)
{
    constexpr double leastGap = 0.1;
    constexpr int parts = 10;
    std::vector<QPointF> knots;
    knots.reserve(points.size());
    for (const CurvePoint& point : points)
        knots.emplace_back(std::log2(point.microbatches), point.bubbleRatio.value());
    const std::vector<double> slopes = monotoneSlopes(knots);
    std::vector<QPointF> line;
    for (std::size_t i = 0; i < points.size(); ++i) {
        line.emplace_back(points[i].microbatches, knots[i].y());
        if (i + 1 == points.size() || knots[i + 1].x() - knots[i].x() < leastGap)
            continue;
        const double width = knots[i + 1].x() - knots[i].x();
        for (int part = 1; part < parts; ++part) {
            const double t = static_cast<double>(part) / parts;
            const double u = 1 - t;
            const double y = knots[i].y() + t * t * (1 + 2 * u) * (knots[i + 1].y() - knots[i].y())
                + width * t * u * (u * slopes[i] - t * slopes[i + 1]);
            line.emplace_back(std::exp2(knots[i].x() + t * width), y);
        }
    }
    return line;
}

bool CurveGroup::contains(ScheduleKind kind) const
{
    return std::ranges::find(kinds, kind) != kinds.end();
}

double CurveGroup::ratioAt(int microbatches) const
{
    const auto right = std::ranges::lower_bound(
        points, microbatches, {}, [](const CurvePoint& point) { return point.microbatches; });
    if (right == points.end())
        return points.back().bubbleRatio.value();
    if (right == points.begin() || right->microbatches == microbatches)
        return right->bubbleRatio.value();
    const auto left = right - 1;
    const double way = std::log2(static_cast<double>(microbatches) / left->microbatches)
        / std::log2(static_cast<double>(right->microbatches) / left->microbatches);
    return std::lerp(left->bubbleRatio.value(), right->bubbleRatio.value(), way);
}

Plan curvePlan(Plan plan)
{
    const Plan standard;
    if (isTextbook(plan.schedule) && plan.chunks == 1)
        plan.schedule = standard.schedule;
    plan.microbatches = 1;
    plan.activation = standard.activation;
    plan.memoryLimit = standard.memoryLimit;
    plan.globalBatch = 0;
    plan.targetEfficiency = standard.targetEfficiency;
    return plan;
}

std::vector<CurveGroup> curveGroups(
    const Plan& plan, int maxMicrobatches, const std::stop_token& stop)
{
    std::vector<CurveGroup> groups;
    for (const CatalogueEntry& entry : catalogue()) {
        if (stop.stop_requested())
            break;
        if (!isTextbook(entry.kind) && entry.kind != plan.schedule)
            continue;
        std::vector<CurvePoint> points =
            bubbleCurve(plan, entry.kind, maxMicrobatches, kOperationsPerPoint, stop);
        if (points.empty())
            continue;
        const auto same = std::ranges::find_if(
            groups, [&points](const CurveGroup& group) { return coincide(group.points, points); });
        if (same == groups.end()) {
            groups.push_back({{entry.kind}, std::move(points)});
            continue;
        }
        same->kinds.push_back(entry.kind);
        if (points.size() > same->points.size())
            same->points = std::move(points);
    }
    return groups;
}

} // namespace pipegantt
