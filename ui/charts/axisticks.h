// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/time.h"
#include "core/simulate/excerpt.h"

#include <QString>

#include <functional>

class QCPAxis;

namespace pipegantt {

/// Spans `axis` from 1 to `maximum`, a power of two, with a number at each power of two, or at
/// every few where `widthPx` has no room for all.
void setPowerTicks(QCPAxis& axis, int maximum, double widthPx);

/// The distance of the marks from 0 to `top`: 1, 2 or 5 times a power of ten, at least 1. At most
/// `rows` of them, but never fewer than two above 0: one alone would tell no scale.
double levelStep(double top, double rows);

/// Spans `axis` from 0 to `top` with marks at whole multiples of levelStep, in the words of `text`.
void setLevelTicks(
    QCPAxis& axis, double top, double rows, const std::function<QString(std::int64_t)>& text);

/// Spans `axis`, in picoseconds, from `begin` to `end` with the marks that every time axis has;
/// those of the whole run where the time is that of an excerpt.
void setTimeTicks(QCPAxis& axis, Duration begin, Duration end, TimeUnit unit, double widthPx,
    const Excerpt* excerpt = nullptr);

} // namespace pipegantt
