// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// Outside of every namespace, as the macro demands.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace pipegantt {

using namespace Qt::StringLiterals;

namespace {

QPixmap drawn(const QByteArray& source, const QColor& color, int size)
{
    QByteArray svg = source;
    svg.replace("#000000", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name, const Theme& theme)
{
    initIcons();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    QIcon icon;
    if (!file.open(QIODevice::ReadOnly))
        return icon;
    const QByteArray source = file.readAll();
    for (const int size : {16, 18, 20, 24, 32, 40, 48, 64}) {
        icon.addPixmap(drawn(source, theme.text, size), QIcon::Normal);
        QPixmap disabled(size, size);
        disabled.fill(Qt::transparent);
        QPainter painter(&disabled);
        painter.setOpacity(0.4);
        painter.drawPixmap(0, 0, drawn(source, theme.mutedText, size));
        painter.end();
        icon.addPixmap(disabled, QIcon::Disabled);
    }
    return icon;
}

QIcon applicationIcon()
{
    initIcons();
    return QIcon(u":/icons/pipegantt.svg"_s);
}

} // namespace pipegantt
