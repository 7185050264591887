// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt::bench {

/// Prints, for every schedule with a rule of its own and some of the largest plans, what a new
/// structure and new times for the same structure cost, in nanoseconds an operation, beside a
/// prefix sum over as many times of the same width.
void reportStructures();

} // namespace pipegantt::bench
