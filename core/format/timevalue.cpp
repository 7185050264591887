// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/format/timevalue.h"

namespace pipegantt {

std::string timeValue(Duration time, TimeUnit unit)
{
    std::string number = timeNumber(time, unit);
    if (unit == TimeUnit::Slots)
        return number;
    return '"' + number + std::string(unitName(unit)) + '"';
}

} // namespace pipegantt
