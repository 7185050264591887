// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/parameter.h"
#include "core/plan/plan.h"

#include <cstdint>

namespace pipegantt {

/// What `plan` says for `parameter`, in the quantity of its row: picoseconds, bytes or a count. The
/// times of stages are those of `plan.time`; a memory limit is its amount.
std::int64_t valueOf(const Plan& plan, Parameter parameter);

/// Makes `plan` say `value`, unchecked. Times of stages change `plan.time` alone; a memory limit is
/// taken as bytes.
void setValue(Plan& plan, Parameter parameter, std::int64_t value);

} // namespace pipegantt
