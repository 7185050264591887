// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

namespace pipegantt {

const Theme& lightTheme()
{
    static const Theme theme {
        .dark = false,
        .look = &lightLook(),
        .window = QColor(0xf5, 0xf6, 0xf8),
        .panel = QColor(0xff, 0xff, 0xff),
        .card = QColor(0xff, 0xff, 0xff),
        .border = QColor(0xdd, 0xe1, 0xe6),
        .field = QColor(0xf4, 0xf5, 0xf7),
        .text = QColor(0x1c, 0x21, 0x27),
        .mutedText = QColor(0x5f, 0x68, 0x73),
        .accent = QColor(0x00, 0x6d, 0xab),
        .accentText = QColor(0xff, 0xff, 0xff),
        .notice = QColor(0xe9, 0xf2, 0xfa),
        .good = QColor(0x00, 0x7f, 0x5c),
        .bad = QColor(0xb8, 0x3a, 0x08),
    };
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme {
        .dark = true,
        .look = &darkLook(),
        .window = QColor(0x14, 0x17, 0x1b),
        .panel = QColor(0x1a, 0x1e, 0x23),
        .card = QColor(0x1a, 0x1e, 0x23),
        .border = QColor(0x33, 0x39, 0x42),
        .field = QColor(0x25, 0x2a, 0x31),
        .text = QColor(0xe8, 0xea, 0xed),
        .mutedText = QColor(0x9a, 0xa3, 0xae),
        .accent = QColor(0x56, 0xb4, 0xe9),
        .accentText = QColor(0x0b, 0x12, 0x18),
        .notice = QColor(0x17, 0x2a, 0x38),
        .good = QColor(0x2c, 0xc3, 0x98),
        .bad = QColor(0xff, 0x85, 0x52),
    };
    return theme;
}

} // namespace pipegantt
