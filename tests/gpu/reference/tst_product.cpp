// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gpu/reference/parameters.h"
#include "gpu/reference/product.h"
#include "tests/support/failonwarning.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace pipegantt::reference;

namespace {

/// A matrix of random numbers in rows that are longer than it is wide.
template <class T>
struct Sample
{
    Sample(int rows, int columns, std::uint64_t seed)
        : data(static_cast<std::size_t>(rows * (columns + 3)))
        , matrix(data.data(), rows, columns, columns + 3)
    {
        for (std::size_t i = 0; i < data.size(); ++i)
            data[i] = uniform<T>(seed, static_cast<std::int64_t>(i));
    }

    [[nodiscard]] Matrix<const T> read() const
    {
        return {matrix.data, matrix.rows, matrix.columns, matrix.stride};
    }

    std::vector<T> data;
    Matrix<T> matrix;
};

/// Largest difference, beyond the matrix too, where nothing may change.
double difference(const Sample<float>& a, const Sample<double>& b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.data.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(a.data[i]) - b.data[i]));
    return most;
}

} // namespace

class TestProduct : public QObject
{
    Q_OBJECT

private slots:
    void init() { pipegantt::test::failOnWarning(); }

    void isTheSumOfProducts()
    {
        std::vector<double> a {1, 2, 3, 4, 5, 6};
        std::vector<double> b {1, 0, 2, 1, 0, 3};
        std::vector<double> c(4);
        multiply<double>({c.data(), 2, 2}, {a.data(), 2, 3}, {b.data(), 3, 2});
        QCOMPARE(c, (std::vector<double> {5, 11, 14, 23}));
        multiplyByTransposed<double>(
            {c.data(), 2, 2}, {a.data(), 2, 3}, {b.data(), 2, 3}, Sum::Add, 10);
        QCOMPARE(c, (std::vector<double> {75, 111, 174, 243}));
        addTransposedProduct<double>({c.data(), 2, 2}, {a.data(), 3, 2}, {b.data(), 3, 2});
        QCOMPARE(c, (std::vector<double> {82, 129, 184, 265}));
    }

    void narrowAgreesWithWide_data()
    {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        QTest::newRow("one") << 1 << 1 << 1;
        QTest::newRow("thin") << 3 << 70 << 2;
        QTest::newRow("square") << 65 << 67 << 66;
        QTest::newRow("long") << 5 << 4 << 1000;
    }
    void narrowAgreesWithWide()
    {
        QFETCH(int, m);
        QFETCH(int, n);
        QFETCH(int, k);
        const double tolerance = 1e-6 * k;
        Sample<float> c(m, n, 1);
        Sample<double> wide(m, n, 1);
        multiply(c.matrix, Sample<float>(m, k, 2).read(), Sample<float>(k, n, 3).read(), Sum::Add);
        multiply(
            wide.matrix, Sample<double>(m, k, 2).read(), Sample<double>(k, n, 3).read(), Sum::Add);
        QVERIFY2(difference(c, wide) < tolerance, "A B");
        multiplyByTransposed(c.matrix, Sample<float>(m, k, 2).read(), Sample<float>(n, k, 3).read(),
            Sum::Replace, 0.5F);
        multiplyByTransposed(wide.matrix, Sample<double>(m, k, 2).read(),
            Sample<double>(n, k, 3).read(), Sum::Replace, 0.5);
        QVERIFY2(difference(c, wide) < tolerance, "A Bᵀ");
        addTransposedProduct(
            c.matrix, Sample<float>(k, m, 2).read(), Sample<float>(k, n, 3).read());
        addTransposedProduct(
            wide.matrix, Sample<double>(k, m, 2).read(), Sample<double>(k, n, 3).read());
        QVERIFY2(difference(c, wide) < tolerance, "Aᵀ B");
    }
};

QTEST_GUILESS_MAIN(TestProduct)
#include "tst_product.moc"
