// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pipegantt::bench {

/// Prints what frames of the chart cost at 1080p and at 4K, whole and in parts, beside a memset of
/// the frame, and beside a QPainter that fills a rectangle for each bar and items of QCustomPlot.
void reportPainting();

} // namespace pipegantt::bench
