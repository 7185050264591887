// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/look.h"

#include <QColor>
#include <QFont>

namespace pipegantt {

/// The sizes of type in the window: one scale, each step with one use.
enum class TypeStep
{
    Caption, ///< axis numbers, units, small print
    Body, ///< labels, fields, buttons
    Title, ///< the name of a card
    Display, ///< a readout, large enough for a hall
};

/// Colours and type of the whole window. Widgets take their colours from here and from `look`, and
/// have none of their own.
struct Theme
{
    bool dark = false;
    const Look* look = nullptr; ///< colours of the chart; static
    QColor window; ///< behind the chart and the cards
    QColor panel; ///< side panel, tool bar
    QColor card; ///< a raised surface
    QColor border;
    QColor field; ///< inside of a number field
    QColor text;
    QColor mutedText;
    QColor accent; ///< sliders, focus, the main button
    QColor accentText; ///< on `accent`
    QColor notice; ///< behind a recommendation
    QColor good; ///< within a limit
    QColor bad; ///< beyond a limit, or an error
};

const Theme& lightTheme();
const Theme& darkTheme();

/// The window's families: the bundled Latin face first, then the system's simplified Chinese.
QFont uiFont(TypeStep step);

/// Loads the bundled fonts into the application; call once, after the application object exists.
void loadBundledFonts();

/// Gives the application Fusion, the theme's palette, its font and its style sheet.
void applyTheme(const Theme& theme);

} // namespace pipegantt
