// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace pipegantt {

/// Why no window can be shown, as a sentence; empty where one can. Asked before any application
/// object, which would end the program without one.
std::string displayTrouble();

} // namespace pipegantt
