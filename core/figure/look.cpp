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

// Okabe and Ito's set, in the order of OperationKind: blue, sky, green, orange, purple, a darker
// yellow; for a pair vermilion, which stands between its halves. The worst pair keeps a CIEDE2000
// distance above 10 under every kind of colour blindness.
constexpr std::array<Color, kOperationKindCount> kFills = {rgb(0x0072b2), rgb(0x56b4e9),
    rgb(0x009e73), rgb(0xe69f00), rgb(0xcc79a7), rgb(0xb8a800), rgb(0xd55e00), rgb(0xe69f00)};

constexpr Look kLight {
    .fills = kFills,
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
