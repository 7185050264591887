// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/figure/page.h"
#include "core/run/run.h"
#include "ui/export/runfigure.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace pipegantt {

class PagePreview;
struct Theme;

/// Takes the picture of a run away: as a file or on the clipboard, with a preview painted by the
/// code that paints the file.
class ExportDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)

public:
    enum class Format
    {
        Svg,
        Png,
        Pdf,
    };

    /// The figure's words are in `language`, for example `QLocale::name()` of the window's; its
    /// colours begin as those of `theme`.
    ExportDialog(std::shared_ptr<const Run> run, const Theme& theme, QString language,
        QWidget* parent = nullptr);

    void setFormat(Format format);
    [[nodiscard]] Format format() const;
    /// A name to propose for the file, without folder and suffix.
    void setFileName(const QString& name) { m_fileName = name; }

    /// The bytes of the file as chosen.
    [[nodiscard]] Result<std::string> fileBytes() const;
    /// Writes them, all or nothing. On failure the file at `path` is as it was, and the dialog says
    /// why.
    Result<void> saveTo(const QString& path);

private:
    void buildForm();
    void layOut();
    void showSize();
    void showError(const Error& error);
    void askAndSave();
    void copy();

    std::shared_ptr<const Run> m_run;
    QString m_language;
    QString m_fileName;
    Page m_page;
    PagePreview* m_preview;
    QComboBox* m_format;
    QDoubleSpinBox* m_width;
    QSpinBox* m_resolution;
    QLabel* m_resolutionLabel;
    QComboBox* m_colours;
    QLabel* m_size;
    QLabel* m_message;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace pipegantt
