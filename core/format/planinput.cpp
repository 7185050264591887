// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/planinput.h"

#include "core/format/file.h"
#include "core/format/planfile.h"
#include "core/format/sheetcsv.h"
#include "core/schedule/givenorder.h"

#include <utility>

namespace pipegantt {

bool isScheduleCsv(std::string_view bytes, std::string_view name)
{
    if (name.ends_with(kSheetFileSuffix))
        return true;
    return !name.ends_with(kPlanFileSuffix) && !bytes.empty()
        && std::string_view("0123456789(,").find(bytes.front()) != std::string_view::npos;
}

Result<Plan> parseScheduleCsv(std::string_view csv)
{
    Result<GivenOrder> order =
        parseSheet(csv).and_then([](ActionSheet sheet) { return givenOrder(std::move(sheet)); });
    if (!order)
        return failure(order);
    Plan plan;
    plan.schedule = ScheduleKind::Custom;
    plan.given = *std::move(order);
    adoptGivenShape(plan);
    const Result<void> checked = checkPlan(plan);
    if (!checked)
        return failure(checked);
    return plan;
}

Result<PlanInput> readPlanInput(const std::string& path)
{
    const bool large = path.ends_with(kSheetFileSuffix);
    const Result<std::string> bytes = readFile(path, large ? kMaxSheetBytes : kMaxPlanFileBytes);
    if (!bytes)
        return failure(bytes);
    if (isScheduleCsv(*bytes, path)) {
        return parseScheduleCsv(*bytes).map([](Plan&& plan) {
            return PlanInput {std::move(plan), {}, true};
        });
    }
    return parsePlanFile(*bytes).map([](PlanFile&& file) {
        return PlanInput {std::move(file.plan), std::move(file.view), false};
    });
}

} // namespace pipegantt
