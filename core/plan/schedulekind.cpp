// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/schedulekind.h"

#include <array>
#include <cstddef>

namespace pipegantt {
namespace {

constexpr std::array<std::string_view, 4> kScheduleIds {"naive", "inference", "gpipe", "1f1b"};
constexpr std::array<std::string_view, 2> kOrderIds {"ascending", "descending"};

template <class Enumeration, std::size_t Size>
std::optional<Enumeration> find(const std::array<std::string_view, Size>& ids, std::string_view id)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (ids[i] == id)
            return static_cast<Enumeration>(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view scheduleId(ScheduleKind kind)
{
    return kScheduleIds[static_cast<std::size_t>(kind)];
}

std::optional<ScheduleKind> scheduleFromId(std::string_view id)
{
    return find<ScheduleKind>(kScheduleIds, id);
}

std::string_view backwardOrderId(BackwardOrder order)
{
    return kOrderIds[static_cast<std::size_t>(order)];
}

std::optional<BackwardOrder> backwardOrderFromId(std::string_view id)
{
    return find<BackwardOrder>(kOrderIds, id);
}

} // namespace pipegantt
