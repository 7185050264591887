// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/ratio.h"
#include "core/base/time.h"
#include "core/order/operation.h"
#include "core/order/schedule.h"
#include "core/simulate/excerpt.h"

#include <QString>

namespace pipegantt {

/// Core text of the given translation context, in the window's language.
QString translated(const char* context, std::string_view text);

/// `33 slots`, `1.5 ms`: exact, or to six significant digits where that is shorter.
QString durationText(Duration time, TimeUnit unit);

/// The unit's name: `slots`, `µs`, `ms`, `s`.
QString unitText(TimeUnit unit);

/// `27.3 %`, rounded half up from the exact ratio.
QString percentText(Ratio ratio);

/// `6.4 GB`
QString memoryText(Bytes amount);

/// `forward`, `backward`, `input gradient`, `weight gradient`
QString operationKindText(OperationKind kind);

/// What the operation at `index` of `schedule.operations()` is: `forward 3`, with slice and chunk
/// where there are several, and with the direction where it is the second of two. A pair is named
/// by both of its halves.
QString operationText(const Schedule& schedule, std::size_t index);
/// The same with the micro-batches of the whole run, of which `excerpt` is held if it is not null,
/// for something at `from` that waited for it.
QString operationText(const Schedule& schedule, int device, std::size_t index,
    const Excerpt* excerpt, Duration from = {});

/// The sentence of an error in the window's language, its facts translated where they are terms.
QString errorText(const Error& error);

} // namespace pipegantt
