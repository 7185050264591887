// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/fontmetrics.h"
#include "core/figure/layout.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace pipegantt::test {

/// The node of that id, however deep it is; null where there is none.
inline const PageNode* find(const std::vector<PageNode>& nodes, const std::string& id)
{
    for (const PageNode& node : nodes) {
        if (node.id == id)
            return &node;
        if (const PageNode* found = find(node.children, id))
            return found;
    }
    return nullptr;
}

/// All shapes of one kind in a node and in what it holds.
template <class Shape>
std::vector<Shape> shapesOf(const PageNode& node)
{
    std::vector<Shape> found;
    for (const PageShape& shape : node.shapes) {
        if (const auto* match = std::get_if<Shape>(&shape))
            found.push_back(*match);
    }
    for (const PageNode& child : node.children) {
        for (Shape& shape : shapesOf<Shape>(child))
            found.push_back(std::move(shape));
    }
    return found;
}

inline bool hasText(const Page& page, const std::string& wanted)
{
    for (const PageNode& layer : page.layers) {
        for (const PageText& text : shapesOf<PageText>(layer)) {
            if (text.text == wanted)
                return true;
        }
    }
    return false;
}

/// The bars of a figure as text, one row a device: the numbers as they stand in the bars, an
/// underscore for a line under one, in a pair on the side of it.
inline std::string barsAsText(const Page& page)
{
    std::string text;
    for (const PageNode& row : find(page.layers, "layer-ops")->children) {
        std::string line;
        for (const PageNode& bar : row.children) {
            const std::vector<PageRect> rects = shapesOf<PageRect>(bar);
            std::string number = shapesOf<PageText>(bar).at(0).text;
            for (std::size_t i = 1; i < rects.size(); ++i) {
                const bool left = rects[i].x + rects[i].width < rects[0].x + 0.6 * rects[0].width;
                number = left ? "_" + number : number + "_";
            }
            line += (line.empty() ? "" : " ") + number;
        }
        text += line + "\n";
    }
    return text;
}

/// Every text's extent as the layout measured it.
inline bool textsLieInside(const Page& page)
{
    for (const PageNode& layer : page.layers) {
        for (const PageText& text : shapesOf<PageText>(layer)) {
            const double width = textWidth(text.text, text.size, text.weight);
            const double left = text.anchor == PageAnchor::Start ? text.x
                : text.anchor == PageAnchor::End                 ? text.x - width
                                                                 : text.x - width / 2;
            if (left < 0 || left + width > page.width || text.y < 0 || text.y > page.height)
                return false;
        }
    }
    return true;
}

} // namespace pipegantt::test
