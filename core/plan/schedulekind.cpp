// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/schedulekind.h"

#include <array>
#include <cstddef>

namespace pipegantt {
namespace {

/// In the order of the enumeration.
constexpr std::array kShapes {
    KindShape {.id = "naive"},
    KindShape {.id = "inference", .passes = 1, .chunks = 0},
    KindShape {.id = "gpipe"},
    KindShape {.id = "1f1b"},
    KindShape {.id = "eager-1f1b"},
    KindShape {.id = "1f1b-recompute", .passes = 3},
    KindShape {.id = "pipedream", .stepsEachMicrobatch = true},
    KindShape {.id = "pipedream-2bw"},
    KindShape {.id = "interleaved-1f1b", .chunks = 0, .usualChunks = 2},
    KindShape {.id = "looped-bfs", .chunks = 0, .usualChunks = 2},
    KindShape {.id = "zb-h1", .passes = 3},
    KindShape {.id = "zb-h2", .passes = 3},
    KindShape {.id = "zb-1p", .passes = 3, .searched = true},
    KindShape {.id = "zb-2p", .passes = 3, .searched = true},
    KindShape {.id = "zb-v", .passes = 3, .chunks = 2},
    KindShape {.id = "zb-v-search", .passes = 3, .chunks = 2, .searched = true},
    KindShape {.id = "v-half", .passes = 3, .chunks = 2},
    KindShape {.id = "v-min", .passes = 3, .chunks = 2},
    KindShape {.id = "1f1b-v", .chunks = 2},
    KindShape {.id = "interleaved-zb", .passes = 3, .chunks = 0, .usualChunks = 2},
    KindShape {.id = "group-interleaved", .passes = 3, .chunks = 0, .usualChunks = 2},
    KindShape {.id = "chimera"},
    KindShape {.id = "hanayo", .chunks = 0, .usualChunks = 2},
    KindShape {.id = "dualpipe", .passes = 3},
    KindShape {.id = "dualpipev", .passes = 3, .chunks = 2},
    KindShape {.id = "terapipe", .sliced = true},
    KindShape {.id = "seq1f1b", .sliced = true},
    KindShape {.id = "custom", .passes = 3, .chunks = 0},
    KindShape {.id = "auto", .passes = 3, .chunks = 0, .sliced = true, .searched = true},
};

static_assert(kShapes.size() == static_cast<std::size_t>(ScheduleKind::Auto) + 1);

} // namespace

const KindShape& shapeOf(ScheduleKind kind)
{
    return kShapes[static_cast<std::size_t>(kind)];
}

std::string_view scheduleId(ScheduleKind kind)
{
    return shapeOf(kind).id;
}

std::optional<ScheduleKind> scheduleFromId(std::string_view id)
{
    for (std::size_t i = 0; i < kShapes.size(); ++i) {
        if (kShapes[i].id == id)
            return static_cast<ScheduleKind>(i);
    }
    return std::nullopt;
}

} // namespace pipegantt
