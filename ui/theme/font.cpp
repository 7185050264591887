// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/bundledfont.h"
#include "ui/theme/theme.h"

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

struct TypeSize
{
    double points;
    QFont::Weight weight;
};

constexpr TypeSize typeSize(TypeStep step)
{
    switch (step) {
    case TypeStep::Caption:
        return {9, QFont::Normal};
    case TypeStep::Body:
        return {10, QFont::Normal};
    case TypeStep::Title:
        return {10.5, QFont::Bold};
    case TypeStep::Display:
        return {22, QFont::Bold};
    }
    return {10, QFont::Normal};
}

} // namespace

QFont uiFont(TypeStep step)
{
    const TypeSize size = typeSize(step);
    QFont font = bundledFont();
    font.setPointSizeF(size.points);
    font.setWeight(size.weight);
    return font;
}

void loadBundledFonts()
{
    loadBundledFont();
}

} // namespace pipegantt
