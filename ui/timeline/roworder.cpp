// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/roworder.h"

#include <algorithm>
#include <cmath>

namespace pipegantt {

namespace {

constexpr double kFewestRows = 1;

bool holds(const std::vector<int>& keys, int key)
{
    return std::ranges::find(keys, key) != keys.end();
}

} // namespace

RowOrder::RowOrder()
{
    layRows();
}

void RowOrder::setPlacement(const Placement& placement)
{
    if (placement == m_placement)
        return;
    m_placement = placement;
    layRows();
}

void RowOrder::setBy(RowsBy by)
{
    if (by == m_by)
        return;
    m_order.clear();
    // A device's number says nothing about stages.
    if (by == RowsBy::Device || m_by == RowsBy::Device) {
        m_pinned.clear();
        m_hidden.clear();
        m_wanted = 0;
        m_window = {};
    }
    m_by = by;
    layRows();
}

void RowOrder::layRows()
{
    m_rows.clear();
    if (m_by == RowsBy::Device) {
        for (int device = 0; device < m_placement.devices(); ++device)
            m_rows.push_back({device, ChartRow::kWholeDevice, device});
    } else if (m_by == RowsBy::Stage) {
        for (int stage = 0; stage < m_placement.stages(); ++stage)
            m_rows.push_back({m_placement.deviceOf(stage), m_placement.chunkOf(stage), stage});
    } else {
        for (int device = 0; device < m_placement.devices(); ++device) {
            for (int chunk = 0; chunk < m_placement.chunks(); ++chunk) {
                const int stage = m_placement.stageOf(device, chunk);
                if (stage >= 0)
                    m_rows.push_back({device, chunk, stage});
            }
        }
    }
    const int keys = static_cast<int>(m_rows.size());
    std::erase_if(m_order, [keys](int key) { return key >= keys; });
    std::erase_if(m_pinned, [keys](int key) { return key >= keys; });
    std::erase_if(m_hidden, [keys](int key) { return key >= keys; });
    if (m_hidden.size() == m_rows.size())
        m_hidden.clear();
    arrange();
}

/// The order of one's own, with rows that are new to it behind their natural neighbours.
std::vector<int> RowOrder::orderedKeys() const
{
    std::vector<int> keys;
    if (m_order.empty()) {
        for (const ChartRow& row : m_rows)
            keys.push_back(row.key);
        return keys;
    }
    keys = m_order;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (holds(keys, m_rows[i].key))
            continue;
        const auto before = i == 0 ? keys.end() : std::ranges::find(keys, m_rows[i - 1].key);
        keys.insert(before == keys.end() ? keys.begin() : before + 1, m_rows[i].key);
    }
    return keys;
}

void RowOrder::arrange()
{
    std::vector<ChartRow> byKey(m_rows.size());
    for (const ChartRow& row : m_rows)
        byKey[static_cast<std::size_t>(row.key)] = row;
    const auto show = [&](int key) { m_shown.push_back(byKey[static_cast<std::size_t>(key)]); };
    m_shown.clear();
    for (const int key : m_pinned) {
        if (!m_hidden.contains(key))
            show(key);
    }
    m_pinnedShown = size();
    m_rest = orderedKeys();
    std::erase_if(
        m_rest, [this](int key) { return m_hidden.contains(key) || holds(m_pinned, key); });
    const int rest = static_cast<int>(m_rest.size());
    const int wanted = m_wanted == 0 ? rest : static_cast<int>(std::lround(m_wanted));
    if (wanted >= rest)
        m_wanted = 0;
    const int count = std::clamp(wanted, std::min(rest, 1), rest);
    m_window.first = std::clamp(m_window.first, 0, rest - count);
    m_window.last = m_window.first + count;
    m_window.of = rest;
    for (int i = m_window.first; i < m_window.last; ++i)
        show(m_rest[static_cast<std::size_t>(i)]);
    m_plain = m_by == RowsBy::Device && m_shown == m_rows;
}

int RowOrder::keyOf(int device, int chunk) const
{
    return m_by == RowsBy::Device ? device : m_placement.stageOf(device, chunk);
}

int RowOrder::find(int device, int chunk) const
{
    if (m_plain)
        return device < size() ? device : -1;
    const auto found = std::ranges::find_if(m_shown, [&](const ChartRow& row) {
        return row.device == device
            && (chunk == ChartRow::kWholeDevice || row.chunk == ChartRow::kWholeDevice
                || row.chunk == chunk);
    });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void RowOrder::hide(int row)
{
    if (m_hidden.size() + 1 >= m_rows.size())
        return;
    m_hidden.insert(at(row).key);
    arrange();
}

void RowOrder::showAll()
{
    m_hidden.clear();
    m_wanted = 0;
    arrange();
}

void RowOrder::togglePin(int row)
{
    const int key = at(row).key;
    if (row < m_pinnedShown)
        std::erase(m_pinned, key);
    else
        m_pinned.push_back(key);
    arrange();
}

void RowOrder::move(int row, int place)
{
    const bool pinned = row < m_pinnedShown;
    const int low = pinned ? 0 : m_pinnedShown;
    const int high = (pinned ? m_pinnedShown : size()) - 1;
    const int to = std::clamp(place, low, high);
    if (to == row)
        return;
    const int key = at(row).key;
    const int there = at(to).key;
    std::vector<int>& keys = pinned ? m_pinned : m_order;
    if (!pinned)
        keys = orderedKeys();
    std::erase(keys, key);
    const auto neighbour = std::ranges::find(keys, there);
    keys.insert(to > row ? neighbour + 1 : neighbour, key);
    arrange();
}

void RowOrder::zoom(int row, double factor)
{
    const double before = m_window.last - m_window.first;
    const double wanted = std::max((m_wanted == 0 ? before : m_wanted) / factor, kFewestRows);
    const double share = before > 0 ? (std::max(row - m_pinnedShown, 0) + 0.5) / before : 0.5;
    const double under = m_window.first + share * before;
    m_wanted = wanted;
    m_window.first = static_cast<int>(std::lround(under - share * std::round(wanted)));
    arrange();
}

void RowOrder::scroll(int rows)
{
    m_window.first += rows;
    arrange();
}

void RowOrder::reveal(int device, int chunk)
{
    if (m_hidden.erase(keyOf(device, chunk)) > 0)
        arrange();
    if (find(device, chunk) >= 0)
        return;
    const auto found = std::ranges::find(m_rest, keyOf(device, chunk));
    if (found == m_rest.end())
        return;
    const int place = static_cast<int>(found - m_rest.begin());
    const int count = m_window.last - m_window.first;
    m_window.first = place < m_window.first ? place : place - count + 1;
    arrange();
}

} // namespace pipegantt
