// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyleFactory>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QPalette paletteOf(const Theme& theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.field);
    palette.setColor(QPalette::AlternateBase, theme.window);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.bad);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.accentText);
    palette.setColor(QPalette::ToolTipBase, theme.card);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.mutedText);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Light, theme.card);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.border);
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.mutedText);
    return palette;
}

/// The style sheet with a name in braces for each colour.
constexpr QStringView kStyleSheet = uR"(
QMainWindow, QWidget#centre, QWidget#centreScroll { background: {window}; }
QMenuBar { background: {panel}; border-bottom: 1px solid {border}; padding: 2px 8px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: {notice}; }
QMenu { background: {card}; border: 1px solid {border}; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: {accent}; color: {accentText}; }
QMenu::item:disabled { color: {mutedText}; }
QMenu::separator { height: 1px; background: {border}; margin: 4px 8px; }
QToolTip { background: {card}; color: {text}; border: 1px solid {border}; padding: 6px; }
QStatusBar { background: {panel}; border-top: 1px solid {border}; }
QScrollArea { border: none; background: transparent; }

QFrame#sheet { background: {card}; border: 1px solid {border}; border-radius: 8px; }
QWidget#topBar { background: {panel}; border-bottom: 1px solid {border}; }
QWidget#planPanel, QWidget#planPanelContent { background: {panel}; }
QWidget#sidePanel { background: {panel}; border-right: 1px solid {border}; }
QLabel[role="brand"] { font-weight: bold; }
QLabel[role="section"] { color: {mutedText}; font-weight: bold; font-size: 9pt; }
QLabel[role="muted"] { color: {mutedText}; font-size: 9pt; }
QLabel[role="bad"] { color: {bad}; font-size: 9pt; }
QLabel:disabled { color: {mutedText}; }
QFrame[role="card"] { background: {card}; border: 1px solid {border}; border-radius: 6px; }
QFrame[role="chip"] { background: {card}; border: 1px solid {border}; border-radius: 5px; }
QFrame[role="chip"] QToolButton { padding: 3px; }
QFrame[role="chip"] QToolButton:focus { padding: 2px; }
QFrame#differences QTableView, QFrame#deviceTable QTableView { background: {card}; outline: none;
    selection-background-color: {notice}; selection-color: {text}; }
QFrame#differences QHeaderView::section, QFrame#deviceTable QHeaderView::section {
    background: {card}; padding: 3px 10px; }
QFrame#differences QTableView::item, QFrame#deviceTable QTableView::item { padding: 0 7px;
    border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QFrame[role="banner"] { background: {card}; border: 1px solid {bad}; border-radius: 6px; }

QLineEdit { background: {field}; border: 1px solid {border}; border-radius: 4px; padding: 3px 6px;
    selection-background-color: {accent}; selection-color: {accentText}; }
QLineEdit:hover { border-color: {mutedText}; }
QLineEdit:focus { border: 2px solid {accent}; padding: 2px 5px; background: {card}; }
QLineEdit[bad="true"] { border: 2px solid {bad}; padding: 2px 5px; }
QLineEdit:disabled { color: {mutedText}; background: transparent; border-color: transparent; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid {mutedText};
    border-radius: 3px; background: {field}; }
QCheckBox::indicator:hover { border-color: {text}; }
QCheckBox::indicator:focus { border: 2px solid {accent}; width: 12px; height: 12px; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent};
    image: url(:/icons/{check}.svg); }

QComboBox { background: {field}; border: 1px solid {border}; border-radius: 4px;
    padding: 3px 24px 3px 8px; combobox-popup: 0; }
QComboBox:hover { border-color: {mutedText}; }
QComboBox:focus { border: 2px solid {accent}; padding: 2px 23px 2px 7px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: {card}; border: 1px solid {border}; outline: none;
    selection-background-color: {accent}; selection-color: {accentText}; }
QComboBox QAbstractItemView::item { min-height: 26px; color: {text}; }
QComboBox QAbstractItemView::item:selected { background: {accent}; color: {accentText}; }

QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: {border}; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: {accent}; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
    border: 2px solid {accent}; background: {card}; }
QSlider::handle:horizontal:hover { background: {notice}; }
QSlider::handle:horizontal:focus { background: {accent}; border: 2px solid {text}; }
QSlider::sub-page:horizontal:disabled { background: {border}; }
QSlider::handle:horizontal:disabled { border-color: {border}; background: {panel}; }

QPushButton { background: {field}; border: 1px solid {border}; border-radius: 4px;
    padding: 5px 14px; }
QPushButton:hover { border-color: {mutedText}; }
QPushButton:pressed { background: {border}; }
QPushButton:focus { border: 2px solid {accent}; padding: 4px 13px; }
QPushButton:default, QPushButton[role="primary"] { background: {accent}; color: {accentText};
    border: 1px solid {accent}; font-weight: bold; }
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid {text}; }
QPushButton:disabled { color: {mutedText}; background: transparent; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 5px;
    background: transparent; }
QToolButton:hover { background: {field}; border-color: {border}; }
QToolButton:pressed, QToolButton:checked { background: {notice}; }
QToolButton:focus { border: 2px solid {accent}; padding: 4px; }
QToolButton[role="field"] { background: {field}; border: 1px solid {border}; padding: 4px 8px; }
QToolButton[role="field"]:hover { border-color: {mutedText}; }
QToolButton[role="field"]:focus { border: 2px solid {accent}; padding: 3px 7px; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="chip"] { background: {notice}; border: 1px solid {border}; padding: 0 8px;
    font-size: 9pt; }
QToolButton[role="chip"]:hover { border-color: {accent}; }
QToolButton[role="disclosure"] { padding: 2px; color: {text}; }
QToolButton[role="primary"] { background: {accent}; color: {accentText}; font-weight: bold;
    padding: 5px 16px; }
QToolButton[role="primary"]:hover { border-color: {text}; }
QToolButton[role="primary"]:focus { border: 2px solid {text}; padding: 4px 15px; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: {border}; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: {border}; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: {mutedText}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QHeaderView::section { background: {panel}; color: {mutedText}; border: none;
    border-bottom: 1px solid {border}; padding: 4px 8px; }
QTableView { border: none; background: {panel}; }
QTreeView { border: none; background: {panel}; outline: none; }
QTreeView::item { border: none; }
QFrame#sheet QListView { background: {card}; border: none; outline: none; }
QFrame#sheet QTableView { outline: none; selection-background-color: {notice};
    selection-color: {text}; }
QFrame#sheet QHeaderView::section { padding: 6px 12px; }
QFrame#sheet QTableView::item { padding: 0 8px; border-bottom: 1px solid {border}; }
QFrame#sheet QTableView::item:disabled { color: {mutedText}; }
)";

QString styleSheetOf(const Theme& theme)
{
    struct Named
    {
        QStringView name;
        QColor color;
    };
    const Named names[] = {
        {u"{window}", theme.window},
        {u"{panel}", theme.panel},
        {u"{card}", theme.card},
        {u"{border}", theme.border},
        {u"{field}", theme.field},
        {u"{text}", theme.text},
        {u"{mutedText}", theme.mutedText},
        {u"{accent}", theme.accent},
        {u"{accentText}", theme.accentText},
        {u"{notice}", theme.notice},
        {u"{bad}", theme.bad},
    };
    QString sheet = kStyleSheet.toString();
    for (const Named& named : names)
        sheet.replace(named.name.toString(), named.color.name());
    sheet.replace(u"{check}"_s, theme.dark ? u"checkdark"_s : u"check"_s);
    return sheet;
}

} // namespace

void applyTheme(const Theme& theme)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(paletteOf(theme));
    QApplication::setFont(uiFont(TypeStep::Body));
    qApp->setStyleSheet(styleSheetOf(theme));
}

} // namespace pipegantt
