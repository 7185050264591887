// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/format/differencetable.h"

#include <QString>

namespace pipegantt {

/// Tables of differences in the window's language.
DifferenceSpeech windowSpeech();

/// A cell of such a table as a person reads it: with a real minus, and a dash where nothing is.
QString differenceCell(const std::string& cell);

} // namespace pipegantt
