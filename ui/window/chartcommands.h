// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt {

class Actions;
class TimelineView;

/// Lets the actions that are about the chart drive `chart`.
void connectChart(const Actions& actions, TimelineView& chart);

} // namespace pipegantt
