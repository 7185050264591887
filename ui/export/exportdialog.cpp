// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/exportdialog.h"

#include "core/figure/layout.h"
#include "core/figure/svg.h"
#include "core/format/file.h"
#include "ui/export/pagepainter.h"
#include "ui/export/pagepreview.h"
#include "ui/text/quantities.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QString suffixOf(ExportDialog::Format format)
{
    switch (format) {
    case ExportDialog::Format::Png:
        return u"png"_s;
    case ExportDialog::Format::Pdf:
        return u"pdf"_s;
    case ExportDialog::Format::Svg:
        break;
    }
    return u"svg"_s;
}

} // namespace

ExportDialog::ExportDialog(
    std::shared_ptr<const Run> run, const Theme& theme, QString language, QWidget* parent)
    : QDialog(parent)
    , m_run(std::move(run))
    , m_language(std::move(language))
    , m_fileName(u"pipeline"_s)
    , m_preview(new PagePreview)
    , m_format(new QComboBox)
    , m_width(new QDoubleSpinBox)
    , m_resolution(new QSpinBox)
    , m_resolutionLabel(new QLabel(tr("&Resolution")))
    , m_colours(new QComboBox)
    , m_size(new QLabel)
    , m_message(new QLabel)
    , m_save(new QPushButton(tr("&Save…")))
    , m_copy(new QPushButton(tr("&Copy")))
{
    setWindowTitle(tr("Export figure"));
    buildForm();
    m_colours->setCurrentIndex(theme.dark ? 1 : 0);
    m_preview->setBorder(theme.border);
    QPalette message = m_message->palette();
    message.setColor(QPalette::WindowText, theme.bad);
    m_message->setPalette(message);

    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showSize);
    connect(m_resolution, &QSpinBox::valueChanged, this, &ExportDialog::showSize);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ExportDialog::layOut);
    connect(m_colours, &QComboBox::currentIndexChanged, this, &ExportDialog::layOut);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    layOut();
}

void ExportDialog::buildForm()
{
    m_format->addItem(tr("SVG, for papers and editing"), static_cast<int>(Format::Svg));
    m_format->addItem(tr("PNG, for slides and the web"), static_cast<int>(Format::Png));
    m_format->addItem(tr("PDF, for print"), static_cast<int>(Format::Pdf));
    m_width->setRange(kLeastFigureMm, kMostFigureMm);
    m_width->setDecimals(1);
    m_width->setSuffix(tr(" mm"));
    m_width->setToolTip(tr("84 mm is one column of a paper, 174 mm two."));
    // A number that is being typed is not yet meant: "174" passes through "1" and "17".
    m_width->setKeyboardTracking(false);
    m_width->setValue(FigureOptions().widthMm);
    m_resolution->setRange(static_cast<int>(kLeastDpi), static_cast<int>(kMostDpi));
    m_resolution->setSuffix(tr(" dpi"));
    m_resolution->setSingleStep(50);
    m_resolution->setValue(300);
    m_resolution->setKeyboardTracking(false);
    m_resolutionLabel->setBuddy(m_resolution);
    m_colours->addItems({tr("Light"), tr("Dark")});
    m_size->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAccessibleName(tr("Problem"));
    m_message->hide();

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Width"), m_width);
    form->addRow(m_resolutionLabel, m_resolution);
    form->addRow(tr("C&olours"), m_colours);
    form->addRow(tr("Size"), m_size);

    m_save->setObjectName(u"save"_s);
    m_copy->setObjectName(u"copy"_s);
    m_copy->setToolTip(tr("Puts the figure on the clipboard, as a picture and as SVG."));
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {m_save, m_copy, close})
        buttons->addWidget(button);

    constexpr int side = 280;
    auto* panel = new QVBoxLayout;
    panel->addLayout(form);
    panel->addWidget(m_message);
    panel->addStretch();
    panel->addLayout(buttons);
    auto* panelBox = new QWidget;
    panelBox->setLayout(panel);
    panelBox->setMinimumWidth(side);
    panel->setContentsMargins({});

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    row->addWidget(m_preview, 1);
    row->addWidget(panelBox);
    m_save->setDefault(true);
}

void ExportDialog::setFormat(Format format)
{
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(format)));
}

ExportDialog::Format ExportDialog::format() const
{
    return static_cast<Format>(m_format->currentData().toInt());
}

void ExportDialog::layOut()
{
    const FigureChoice choice {m_width->value(), m_colours->currentIndex() == 1, m_language};
    Result<Page> page = runFigure(*m_run, choice);
    if (!page) {
        showError(page.error());
        return;
    }
    m_page = *std::move(page);
    m_preview->setPage(m_page);
    showSize();
}

void ExportDialog::showSize()
{
    m_message->hide();
    const bool hasPixels = format() == Format::Png;
    m_resolution->setEnabled(hasPixels);
    m_resolutionLabel->setEnabled(hasPixels);
    QString text =
        tr("%1 × %2 mm").arg(m_page.widthMm(), 0, 'f', 0).arg(m_page.heightMm(), 0, 'f', 0);
    bool possible = true;
    if (hasPixels) {
        const QSize pixels = pagePixels(m_page, m_resolution->value());
        text += u'\n' + tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height());
        possible = qint64 {pixels.width()} * pixels.height() <= kMostPixels;
        if (!possible)
            showError(tooLarge(pixels));
    }
    m_size->setText(text);
    m_save->setEnabled(possible);
    m_copy->setEnabled(possible);
}

void ExportDialog::showError(const Error& error)
{
    m_message->setText(errorText(error));
    m_message->show();
}

Result<std::string> ExportDialog::fileBytes() const
{
    switch (format()) {
    case Format::Png:
        return pagePng(m_page, m_resolution->value());
    case Format::Pdf:
        return pagePdf(m_page);
    case Format::Svg:
        break;
    }
    return svgText(m_page);
}

Result<void> ExportDialog::saveTo(const QString& path)
{
    m_message->hide();
    const Result<std::string> bytes = fileBytes();
    Result<void> written = bytes
        ? writeFileAtomically(QFile::encodeName(path).toStdString(), *bytes)
        : Result<void>(failure(bytes));
    if (!written)
        showError(written.error());
    return written;
}

void ExportDialog::askAndSave()
{
    const QString suffix = suffixOf(format());
    const QString filter = tr("%1 files (*.%2)").arg(suffix.toUpper(), suffix);
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export figure"), m_fileName + u'.' + suffix, filter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    if (saveTo(path))
        accept();
}

void ExportDialog::copy()
{
    m_message->hide();
    const Result<void> copied = copyPage(m_page, m_resolution->value());
    if (!copied)
        showError(copied.error());
}

} // namespace pipegantt
