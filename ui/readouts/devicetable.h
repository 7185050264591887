// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/readouts/devicemodel.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QSortFilterProxyModel>

#include <optional>

class QKeyEvent;
class QLabel;
class QTableView;
class QToolButton;

namespace pipegantt {

/// The devices of a run as a table: sorted by any column, by mouse or by Return on the column that
/// the keys are at, and copied as Markdown and CSV. Works only while it is in sight.
class DeviceTable : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeviceTable)

public:
    explicit DeviceTable(QWidget* parent = nullptr);

    void setRun(std::shared_ptr<const Run> run);
    void setTheme(const Theme& theme);
    /// Marks the row of a device that is pointed at elsewhere; nothing takes the mark away.
    void highlight(std::optional<int> device);
    [[nodiscard]] std::optional<int> highlighted() const { return m_highlighted; }

    [[nodiscard]] QTableView& view() { return *m_view; }
    [[nodiscard]] const DeviceModel& model() const { return m_model; }
    /// The rows as they stand, or those that are selected where there are several.
    [[nodiscard]] QString markdown() const;
    /// Exact numbers.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A row is pointed at or selected; nothing where none is.
    void devicePointed(std::optional<int> device);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void sortOrTurn(int column);
    void copy();
    void point(const QModelIndex& index);
    bool keyInView(QKeyEvent* event);
    [[nodiscard]] std::vector<int> shownRows() const;

    DeviceModel m_model;
    QSortFilterProxyModel m_sorted;
    std::shared_ptr<const Run> m_run;
    std::optional<int> m_highlighted;
    QLabel* m_title;
    QToolButton* m_copyMarkdown;
    QToolButton* m_copyCsv;
    QTableView* m_view;
};

} // namespace pipegantt
