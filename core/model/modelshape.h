// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace pipegantt {

enum class NormKind : std::uint8_t
{
    LayerNorm, ///< with a weight and a bias
    RmsNorm, ///< with a weight
};

enum class MlpKind : std::uint8_t
{
    Gelu, ///< two matrices, the tanh form of GELU between them
    SwiGlu, ///< three matrices: silu(gate) times up, then down
};

enum class PositionKind : std::uint8_t
{
    Learned, ///< a table that is added to the embedding
    Rotary, ///< queries and keys are rotated in each layer
};

/// Which matrices have a bias.
enum class BiasKind : std::uint8_t
{
    None,
    QueryKeyValue,
    All,
};

/// The feed-forward part as many small ones, of which a router chooses some for each token.
struct Experts
{
    int count = 0; ///< 0 for a dense model
    int active = 0; ///< of them, for each token
    int shared = 0; ///< beside them, for every token
    std::int64_t ffn = 0; ///< the width of one
    int denseLayers = 0; ///< the first layers have none and are as wide as the model says
    bool routerBias = false;

    friend bool operator==(const Experts&, const Experts&) = default;
};

/// Attention whose queries, keys and values come out of narrow matrices (DeepSeek-V2,
/// arXiv 2405.04434); the dimensions are of one head.
struct LatentAttention
{
    std::int64_t queryRank = 0; ///< 0 for a model without latent attention
    std::int64_t keyValueRank = 0;
    std::int64_t plainDim = 0;
    std::int64_t rotaryDim = 0;
    std::int64_t valueDim = 0;

    friend bool operator==(const LatentAttention&, const LatentAttention&) = default;
};

/// The shape of a decoder-only transformer: what decides its parameters, its work and its memory.
struct ModelShape
{
    /// Stable id for files and the command line: `llama3-8b`.
    std::string id;
    int layers = 1;
    std::int64_t hidden = 0;
    std::int64_t heads = 0;
    /// Heads of keys and values; fewer than `heads` is grouped-query attention.
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t ffn = 0;
    std::int64_t vocabulary = 0;
    /// Tokens of a sample as it was trained; the most that a learned position table has.
    std::int64_t sequence = 0;
    NormKind norm = NormKind::RmsNorm;
    MlpKind mlp = MlpKind::SwiGlu;
    PositionKind positions = PositionKind::Rotary;
    BiasKind bias = BiasKind::None;
    /// Queries and keys pass an RMSNorm of their own, head by head.
    bool headNorm = false;
    /// The head's matrix is the embedding's.
    bool tiedEmbedding = false;
    Experts experts;
    LatentAttention latent;

    friend bool operator==(const ModelShape&, const ModelShape&) = default;
};

/// Parameters of all layers, norms, embedding and head; a tied matrix counts once.
std::int64_t parameterCount(const ModelShape& model);

/// Those that one token meets: of the experts the active and shared ones, the rest in full but for
/// a table of positions.
std::int64_t activeParameterCount(const ModelShape& model);

} // namespace pipegantt
