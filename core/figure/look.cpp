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

// After Okabe and Ito's set, in the order of OperationKind: blue, vermilion, green, orange, sky; a
// stone for the optimizer, which is no pass of any micro-batch, and a slate for a pair. Each was
// moved to the plane of kBusyRedBlue. How far apart they and their shades stay under every kind of
// colour blindness is in the tests.
constexpr std::array<Color, kOperationKindCount> kFills = {rgb(0x1f6fc1), rgb(0xd55e0b),
    rgb(0x51aa8f), rgb(0xe09f00), rgb(0x00b0e0), rgb(0x7b6f65), rgb(0x5e6f82), rgb(0xe09f00)};

constexpr Shades even(Color color)
{
    return {{color, color}, {color, color, color, color}};
}

// Steps of lightness about the hue of the fill, as far as the plane has it. A pair has two halves,
// so that there its neighbours are many.
constexpr Shades kBackwardShades {
    {rgb(0xc88718), rgb(0xe0aa00)}, {rgb(0xa77939), rgb(0xbf8721), rgb(0xd3970d), rgb(0xe0aa00)}};
constexpr std::array<Shades, kOperationKindCount> kShades = {
    Shades {{rgb(0x1b43c5), rgb(0x276eb9)},
        {rgb(0x294cb7), rgb(0x2862b8), rgb(0x2076c0), rgb(0x0086e0)}},
    Shades {{rgb(0xb80f28), rgb(0xb4622c)},
        {rgb(0xb4362c), rgb(0xba5426), rgb(0xdb5905), rgb(0xe07500)}},
    Shades {{rgb(0x4ea292), rgb(0x40c7a0)},
        {rgb(0x63897d), rgb(0x5b9e85), rgb(0x4cb394), rgb(0x3bc7a5)}},
    kBackwardShades,
    even(rgb(0x00b0e0)),
    even(rgb(0x7b6f65)),
    Shades {{rgb(0x644e7c), rgb(0x63767d)},
        {rgb(0x54478c), rgb(0x585d88), rgb(0x61717f), rgb(0x4b8795)}},
    kBackwardShades,
};

// An ellipse in the plane, in steps that are about equal to the reader who tells them apart least:
// its long axis is blue and yellow, its short one lightness.
constexpr std::array<Color, Look::kCycle> kCycle = {rgb(0xb2b52e), rgb(0x84b35c), rgb(0x64a37c),
    rgb(0x4d9293), rgb(0x387da8), rgb(0x265dba), rgb(0x43419d), rgb(0x664b7a), rgb(0x7b5665),
    rgb(0x8d6353), rgb(0xa1753f), rgb(0xb6912a)};

// From dark violet over blue and green to light orange, lighter with every step.
constexpr std::array<Color, Look::kRamp> kRamp = {rgb(0x663e7a), rgb(0x55448b), rgb(0x404aa0),
    rgb(0x2857b8), rgb(0x1267ce), rgb(0x157ccb), rgb(0x208cc0), rgb(0x3194af), rgb(0x3f9aa1),
    rgb(0x4e9f92), rgb(0x61a17f), rgb(0x76a46a), rgb(0x8da653), rgb(0xa6a63a), rgb(0xc2a61e),
    rgb(0xe0a600)};

constexpr Look kLight {
    .fills = kFills,
    .shades = kShades,
    .cycle = kCycle,
    .ramp = kRamp,
    .busy = rgb(0x6e7472),
    .idleCauses = {rgb(0xdedaff), rgb(0xffdfde), rgb(0xdeffff), rgb(0xfffade), rgb(0xf3a8ea)},
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
    .cycle = kCycle,
    .ramp = kRamp,
    .busy = rgb(0x6e7472),
    .idleCauses = {rgb(0x00304a), rgb(0x4a2a00), rgb(0x00504a), rgb(0x4a4a00), rgb(0x3a0010)},
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
