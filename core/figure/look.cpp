// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/look.h"

namespace pipegantt {

namespace {

constexpr Color rgb(std::uint32_t code)
{
    return {static_cast<std::uint8_t>(code >> 16U & 255U),
        static_cast<std::uint8_t>(code >> 8U & 255U), static_cast<std::uint8_t>(code & 255U)};
}

// Okabe and Ito's set, in the order of OperationKind: blue, vermilion, green, orange, sky; a slate
// for the optimizer, which is no pass of any micro-batch, and a violet for a pair, which stands
// between the blue and the orange of its halves. How far apart they and their shades stay under
// every kind of colour blindness is in the tests.
constexpr std::array<Color, kOperationKindCount> kFills = {rgb(0x0072b2), rgb(0xd55e00),
    rgb(0x009e73), rgb(0xe69f00), rgb(0x56b4e9), rgb(0x6b7280), rgb(0xae82ca), rgb(0xe69f00)};

constexpr Shades even(Color color)
{
    return {{color, color}, {color, color, color, color}};
}

// Steps of equal lightness in CIELAB at the hue of the fill. A pair has two halves, so that there
// its neighbours are many, and the shades of two chunks stay closer together than those of more.
constexpr Shades kBackwardShades {
    {rgb(0xc58700), rgb(0xeda510)}, {rgb(0xab7400), rgb(0xc18400), rgb(0xd89400), rgb(0xeda510)}};
constexpr std::array<Shades, kOperationKindCount> kShades = {
    Shades {{rgb(0x005283), rgb(0x0070af)},
        {rgb(0x005283), rgb(0x00629b), rgb(0x0473b3), rgb(0x2e84c5)}},
    Shades {{rgb(0x933800), rgb(0xc04f00)},
        {rgb(0x933800), rgb(0xac4500), rgb(0xc45200), rgb(0xdb6308)}},
    Shades {{rgb(0x1aa77b), rgb(0x49c89a)},
        {rgb(0x009068), rgb(0x12a378), rgb(0x32b689), rgb(0x49c89a)}},
    kBackwardShades,
    even(rgb(0x56b4e9)),
    even(rgb(0x6b7280)),
    Shades {{rgb(0xae82ca), rgb(0xcd9fe9)},
        {rgb(0x986db4), rgb(0xa97dc5), rgb(0xba8dd6), rgb(0xcc9ee8)}},
    kBackwardShades,
};

constexpr Look kLight {
    .fills = kFills,
    .shades = kShades,
    .bubble = rgb(0xeceef1),
    .hatch = rgb(0xcdd2d9),
    .background = rgb(0xffffff),
    .text = rgb(0x1c2127),
    .mutedText = rgb(0x5f6873),
    .axis = rgb(0xaeb5be),
    .limit = rgb(0xc0400a),
};

constexpr Look kDark {
    .fills = kFills,
    .shades = kShades,
    .bubble = rgb(0x20242a),
    .hatch = rgb(0x3d444d),
    .background = rgb(0x14171b),
    .text = rgb(0xe8eaed),
    .mutedText = rgb(0x9aa3ae),
    .axis = rgb(0x545c67),
    .limit = rgb(0xff8552),
};

} // namespace

const Look& lightLook()
{
    return kLight;
}

const Look& darkLook()
{
    return kDark;
}

} // namespace pipegantt
