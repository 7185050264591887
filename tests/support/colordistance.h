// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/color.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pipegantt::test {

/// Three coordinates of a colour: linear sRGB, or CIELAB.
using Point3 = std::array<double, 3>;
using Matrix3 = std::array<Point3, 3>;

/// What of linear sRGB reaches the eye of a reader who sees all colours, or lacks the cones for
/// long, middle or short waves entirely (Machado, Oliveira and Fernandes, 2009).
inline constexpr std::array<Matrix3, 4> kVisions {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}}},
}};

inline Point3 product(const Matrix3& matrix, const Point3& point)
{
    Point3 result {};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            result[i] += matrix[i][j] * point[j];
    }
    return result;
}

/// CIELAB, white D65, of a colour as one kind of reader sees it.
inline Point3 labOf(Color color, const Matrix3& vision)
{
    const auto linear = [](std::uint8_t channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    Point3 seen = product(vision, {linear(color.red), linear(color.green), linear(color.blue)});
    for (double& channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix3 toXyz {{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750},
        {0.0193339, 0.1191920, 0.9503041}}};
    const Point3 xyz = product(toXyz, seen);
    const auto root = [](double value) {
        return value > 216.0 / 24389 ? std::cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    };
    const double x = root(xyz[0] / 0.95047);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal, 2005).
inline double ciede2000(Point3 first, Point3 second)
{
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const auto seventh = [](double chroma) {
        const double power = std::pow(chroma, 7);
        return std::sqrt(power / (power + std::pow(25.0, 7)));
    };
    const double meanChroma =
        (std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2;
    for (Point3* point : {&first, &second})
        (*point)[1] *= 1 + 0.5 * (1 - seventh(meanChroma));
    const auto chromaOf = [](const Point3& point) { return std::hypot(point[1], point[2]); };
    const auto hueOf = [](const Point3& point) {
        const double hue = std::atan2(point[2], point[1]) * 180 / std::numbers::pi;
        return hue < 0 ? hue + 360 : hue;
    };
    const double c1 = chromaOf(first);
    const double c2 = chromaOf(second);
    const bool grey = c1 * c2 == 0;
    double hueStep = grey ? 0 : hueOf(second) - hueOf(first);
    double hue = hueOf(first) + hueOf(second);
    if (!grey) {
        hue = std::abs(hueStep) <= 180 ? hue / 2 : (hue < 360 ? hue + 360 : hue - 360) / 2;
        hueStep += hueStep > 180 ? -360 : (hueStep < -180 ? 360 : 0);
    }
    const double lightness = (first[0] + second[0]) / 2 - 50;
    const double chroma = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(hue - 30)) + 0.24 * std::cos(radians(2 * hue))
        + 0.32 * std::cos(radians(3 * hue + 6)) - 0.2 * std::cos(radians(4 * hue - 63));
    const double l = (second[0] - first[0])
        / (1 + 0.015 * lightness * lightness / std::sqrt(20 + lightness * lightness));
    const double c = (c2 - c1) / (1 + 0.045 * chroma);
    const double h =
        2 * std::sqrt(c1 * c2) * std::sin(radians(hueStep / 2)) / (1 + 0.015 * chroma * t);
    const double turn =
        -2 * seventh(chroma) * std::sin(radians(60 * std::exp(-std::pow((hue - 275) / 25, 2))));
    return std::sqrt(l * l + c * c + h * h + turn * c * h);
}

/// How far apart two colours are to the reader who tells them apart least well.
inline double leastDistance(Color a, Color b)
{
    double least = 1000;
    for (const Matrix3& vision : kVisions)
        least = std::min(least, ciede2000(labOf(a, vision), labOf(b, vision)));
    return least;
}

} // namespace pipegantt::test
