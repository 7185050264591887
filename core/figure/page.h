// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/color.h"
#include "core/figure/fontmetrics.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace pipegantt {

// All lengths on a page are in points (1/72 inch) at the final size; y grows downwards.

inline constexpr double kPointsPerMm = 72.0 / 25.4;

struct PageRect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Color fill;
    double radius = 0; ///< of the corners
};

/// Which end of a text lies at its x.
enum class PageAnchor : std::uint8_t
{
    Start,
    Middle,
    End,
};

struct PageText
{
    double x = 0;
    double y = 0; ///< of the baseline
    std::string text; ///< UTF-8
    double size = 8;
    PageAnchor anchor = PageAnchor::Start;
    FontWeight weight = FontWeight::Regular;
    Color color;
};

struct PageSegment
{
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
};

/// Separate straight lines of one stroke.
struct PageLines
{
    std::vector<PageSegment> segments;
    Color color;
    double width = 0.5;
};

using PageShape = std::variant<PageRect, PageText, PageLines>;

/// A fact about a node for those who read the figure as data: `start` becomes SVG's `data-start`.
struct PageFact
{
    std::string name;
    std::string value;
};

/// A part of the picture that has a name. Painted in order: its own shapes, then its children.
struct PageNode
{
    std::string id; ///< unique in the page, or empty
    std::string styleClass; ///< `op F`
    std::string title; ///< what it is, in a few words: a tooltip
    std::vector<PageFact> facts;
    /// Its rectangles meet edge to edge: painted without smoothing, or seams would shine through.
    bool seamless = false;
    std::vector<PageShape> shapes;
    std::vector<PageNode> children;
};

/// A laid-out figure as a value: everything that the writers and painters need, and no schedule.
struct Page
{
    double width = 0;
    double height = 0;
    Color background;
    std::string language; ///< BCP 47
    std::string title;
    std::string description;
    std::string metadata; ///< the plan's text, from which the figure can be made again
    std::vector<PageNode> layers; ///< from the bottom up

    [[nodiscard]] double widthMm() const { return width / kPointsPerMm; }
    [[nodiscard]] double heightMm() const { return height / kPointsPerMm; }
};

} // namespace pipegantt
