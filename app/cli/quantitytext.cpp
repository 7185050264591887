// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/quantitytext.h"

namespace pipegantt {

std::string percentText(Ratio ratio)
{
    return percentNumber(ratio) + " %";
}

std::string timeText(Duration time, TimeUnit unit)
{
    const std::string number = timeNumber(time, unit);
    if (unit == TimeUnit::Slots && number == "1")
        return "1 slot";
    return number + ' ' + std::string(unitName(unit));
}

std::string counted(std::int64_t number, std::string_view one, std::string_view plural)
{
    return std::to_string(number) + ' ' + std::string(one) + std::string(number == 1 ? "" : plural);
}

} // namespace pipegantt
