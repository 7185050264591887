// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/figure/svg.h"

#include <array>
#include <charconv>

namespace pipegantt {

namespace {

/// The bundled face and the first Chinese one: what readers have, and short, as every text says it.
std::string fontFamilies()
{
    return "'" + std::string(kFontFamilies[0]) + "','" + std::string(kFontFamilies[1])
        + "',sans-serif";
}

std::string_view anchorName(PageAnchor anchor)
{
    switch (anchor) {
    case PageAnchor::Middle:
        return "middle";
    case PageAnchor::End:
        return "end";
    case PageAnchor::Start:
        break;
    }
    return "start";
}

/// Writes nodes and shapes at the end of a text.
class SvgWriter
{
public:
    explicit SvgWriter(std::string& out)
        : m_out(out)
        , m_families(fontFamilies())
    {
    }

    void layer(const PageNode& node)
    {
        m_out += "<g";
        attributes(node);
        attribute("inkscape:groupmode", "layer");
        attribute("inkscape:label", node.id);
        content(node);
    }

    void operator()(const PageRect& rect)
    {
        m_out += "<rect";
        number("x", rect.x);
        number("y", rect.y);
        number("width", rect.width);
        number("height", rect.height);
        if (rect.radius > 0)
            number("rx", rect.radius);
        attribute("fill", colorText(rect.fill));
        m_out += "/>\n";
    }

    void operator()(const PageText& text)
    {
        m_out += "<text";
        number("x", text.x);
        number("y", text.y);
        attribute("text-anchor", anchorName(text.anchor));
        attribute("font-family", m_families);
        number("font-size", text.size);
        if (text.weight == FontWeight::Bold)
            attribute("font-weight", "bold");
        attribute("fill", colorText(text.color));
        m_out += ">" + xmlEscaped(text.text) + "</text>\n";
    }

    void operator()(const PageLines& lines)
    {
        m_out += "<path d=\"";
        for (const PageSegment& segment : lines.segments) {
            m_out += "M" + coordinateText(segment.x1) + " " + coordinateText(segment.y1);
            m_out += "L" + coordinateText(segment.x2) + " " + coordinateText(segment.y2);
        }
        m_out += R"(" fill="none")";
        attribute("stroke", colorText(lines.color));
        number("stroke-width", lines.width);
        m_out += "/>\n";
    }

private:
    void attribute(std::string_view name, std::string_view value)
    {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        m_out += xmlEscaped(value);
        m_out += '"';
    }

    void number(std::string_view name, double value) { attribute(name, coordinateText(value)); }

    void attributes(const PageNode& node)
    {
        if (!node.id.empty())
            attribute("id", node.id);
        if (!node.styleClass.empty())
            attribute("class", node.styleClass);
        for (const PageFact& fact : node.facts)
            attribute("data-" + fact.name, fact.value);
        if (node.seamless)
            attribute("shape-rendering", "crispEdges");
    }

    void content(const PageNode& node)
    {
        m_out += ">\n";
        if (!node.title.empty())
            m_out += "<title>" + xmlEscaped(node.title) + "</title>\n";
        for (const PageShape& shape : node.shapes)
            std::visit(*this, shape);
        for (const PageNode& child : node.children) {
            m_out += "<g";
            attributes(child);
            content(child);
        }
        m_out += "</g>\n";
    }

    std::string& m_out;
    std::string m_families;
};

} // namespace

std::string xmlEscaped(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(character) >= 0x20 || character == '\n'
                || character == '\t')
                escaped += character;
        }
    }
    return escaped;
}

std::string coordinateText(double value)
{
    std::array<char, 400> buffer {};
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3);
    std::string text(buffer.data(), result.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string svgText(const Page& page)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\""
                      " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"";
    out += " width=\"" + coordinateText(page.widthMm()) + "mm\"";
    out += " height=\"" + coordinateText(page.heightMm()) + "mm\"";
    out +=
        " viewBox=\"0 0 " + coordinateText(page.width) + " " + coordinateText(page.height) + "\"";
    const std::string language = xmlEscaped(page.language);
    out += " lang=\"" + language + "\" xml:lang=\"" + language + "\">\n";
    out += "<title>" + xmlEscaped(page.title) + "</title>\n";
    out += "<desc>" + xmlEscaped(page.description) + "</desc>\n";
    if (!page.metadata.empty())
        out += "<metadata id=\"plan\">" + xmlEscaped(page.metadata) + "</metadata>\n";
    SvgWriter writer(out);
    writer(PageRect {0, 0, page.width, page.height, page.background, 0});
    for (const PageNode& layer : page.layers)
        writer.layer(layer);
    out += "</svg>\n";
    return out;
}

} // namespace pipegantt
