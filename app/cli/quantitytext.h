// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ratio.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace pipegantt {

/// `27.3 %`
std::string percentText(Ratio ratio);

/// `1 slot`, `2.5 ms`
std::string timeText(Duration time, TimeUnit unit);

/// `1 stage`, `3 batches`
std::string counted(std::int64_t number, std::string_view one, std::string_view plural = "s");

} // namespace pipegantt
