// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/planner/planname.h"

#include "core/schedule/catalogue.h"

namespace pipegantt {

std::string planName(const Plan& plan)
{
    std::string name(entry(plan.schedule).title);
    name += ", P " + std::to_string(plan.stages) + ", M " + std::to_string(plan.microbatches);
    if (plan.chunks > 1)
        name += ", V " + std::to_string(plan.chunks);
    if (plan.slicesInUse() > 1)
        name += ", S " + std::to_string(plan.slices);
    return name;
}

} // namespace pipegantt
