// SPDX-FileCopyrightText: 2026 The PipeGantt authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/modelpreset.h"

#include <algorithm>
#include <array>

namespace pipegantt {
namespace {

/// GPT as OpenAI and Megatron-LM build it: LayerNorm, GELU, biases, learned positions, tied tables.
ModelShape gpt(std::string_view id, int layers, std::int64_t hidden, std::int64_t heads,
    std::int64_t vocabulary, std::int64_t sequence)
{
    ModelShape shape;
    shape.id = id;
    shape.layers = layers;
    shape.hidden = hidden;
    shape.heads = heads;
    shape.kvHeads = heads;
    shape.headDim = hidden / heads;
    shape.ffn = 4 * hidden;
    shape.vocabulary = vocabulary;
    shape.sequence = sequence;
    shape.norm = NormKind::LayerNorm;
    shape.mlp = MlpKind::Gelu;
    shape.positions = PositionKind::Learned;
    shape.bias = BiasKind::All;
    shape.tiedEmbedding = true;
    return shape;
}

struct Attention
{
    std::int64_t heads;
    std::int64_t kvHeads;
};

/// Llama and what followed it: RMSNorm, SwiGLU, rotary positions; heads are 128 wide.
ModelShape llama(std::string_view id, int layers, std::int64_t hidden, Attention attention,
    std::int64_t ffn, std::int64_t vocabulary, std::int64_t sequence)
{
    ModelShape shape;
    shape.id = id;
    shape.layers = layers;
    shape.hidden = hidden;
    shape.heads = attention.heads;
    shape.kvHeads = attention.kvHeads;
    shape.headDim = 128;
    shape.ffn = ffn;
    shape.vocabulary = vocabulary;
    shape.sequence = sequence;
    return shape;
}

ModelShape withQkvBias(ModelShape shape)
{
    shape.bias = BiasKind::QueryKeyValue;
    return shape;
}

ModelShape withHeadNorm(ModelShape shape)
{
    shape.headNorm = true;
    return shape;
}

ModelShape withExperts(ModelShape shape, const Experts& experts)
{
    shape.experts = experts;
    return shape;
}

/// DeepSeek's latent attention, as V2, V3 and Kimi K2 have it.
ModelShape withLatentAttention(ModelShape shape)
{
    shape.kvHeads = shape.heads;
    shape.latent = {1536, 512, 128, 64, 128};
    return shape;
}

const auto& table()
{
    static const std::array kPresets {
        ModelPreset {"GPT-2 124M", "openai/gpt-2", gpt("gpt2-124m", 12, 768, 12, 50257, 1024)},
        ModelPreset {"GPT-3 175B", "arXiv 2005.14165; Megatron-LM examples/gpt3",
            gpt("gpt3-175b", 96, 12288, 96, 50257, 2048)},
        ModelPreset {
            "Megatron 22B", "arXiv 2205.05198", gpt("megatron-22b", 48, 6144, 64, 51200, 2048)},
        ModelPreset {
            "MT-NLG 530B", "arXiv 2201.11990", gpt("mt-nlg-530b", 105, 20480, 128, 51200, 2048)},
        ModelPreset {
            "Megatron 1T", "arXiv 2205.05198", gpt("megatron-1t", 128, 25600, 160, 51200, 2048)},
        ModelPreset {"Llama 2 7B", "arXiv 2307.09288",
            llama("llama2-7b", 32, 4096, {32, 32}, 11008, 32000, 4096)},
        ModelPreset {"Llama 2 70B", "arXiv 2307.09288",
            llama("llama2-70b", 80, 8192, {64, 8}, 28672, 32000, 4096)},
        ModelPreset {"Llama 3.1 8B", "meta-llama/llama-models",
            llama("llama3-8b", 32, 4096, {32, 8}, 14336, 128256, 8192)},
        ModelPreset {"Llama 3.1 70B", "meta-llama/llama-models",
            llama("llama3-70b", 80, 8192, {64, 8}, 28672, 128256, 8192)},
        ModelPreset {"Llama 3.1 405B", "meta-llama/llama-models",
            llama("llama3-405b", 126, 16384, {128, 8}, 53248, 128256, 8192)},
        ModelPreset {"Qwen2.5 72B", "the model's config.json",
            withQkvBias(llama("qwen2.5-72b", 80, 8192, {64, 8}, 29568, 152064, 4096))},
        ModelPreset {"Qwen3 8B", "pytorch/torchtitan",
            withHeadNorm(llama("qwen3-8b", 36, 4096, {32, 8}, 12288, 151936, 4096))},
        ModelPreset {"Qwen3 32B", "pytorch/torchtitan",
            withHeadNorm(llama("qwen3-32b", 64, 5120, {64, 8}, 25600, 151936, 4096))},
        ModelPreset {"Qwen3 30B-A3B", "pytorch/torchtitan",
            withExperts(withHeadNorm(llama("qwen3-30b-a3b", 48, 2048, {32, 4}, 768, 151936, 4096)),
                {.count = 128, .active = 8, .ffn = 768})},
        ModelPreset {"Qwen3 235B-A22B", "pytorch/torchtitan",
            withExperts(
                withHeadNorm(llama("qwen3-235b-a22b", 94, 4096, {64, 4}, 1536, 151936, 4096)),
                {.count = 128, .active = 8, .ffn = 1536})},
        ModelPreset {"Mixtral 8x7B", "arXiv 2401.04088",
            withExperts(llama("mixtral-8x7b", 32, 4096, {32, 8}, 14336, 32000, 32768),
                {.count = 8, .active = 2, .ffn = 14336})},
        ModelPreset {"DeepSeek-V2", "deepseek-ai/DeepSeek-V3 config_236B.json",
            withExperts(withLatentAttention(
                            llama("deepseek-v2", 60, 5120, {128, 128}, 12288, 102400, 4096)),
                {.count = 160, .active = 6, .shared = 2, .ffn = 1536, .denseLayers = 1})},
        ModelPreset {"DeepSeek-V3", "deepseek-ai/DeepSeek-V3 config_671B.json",
            withExperts(withLatentAttention(
                            llama("deepseek-v3", 61, 7168, {128, 128}, 18432, 129280, 4096)),
                {.count = 256,
                    .active = 8,
                    .shared = 1,
                    .ffn = 2048,
                    .denseLayers = 3,
                    .routerBias = true})},
        ModelPreset {"Kimi K2 1T", "moonshotai/Kimi-K2",
            withExperts(
                withLatentAttention(llama("kimi-k2", 61, 7168, {64, 64}, 18432, 163840, 4096)),
                {.count = 384,
                    .active = 8,
                    .shared = 1,
                    .ffn = 2048,
                    .denseLayers = 1,
                    .routerBias = true})},
    };
    return kPresets;
}

} // namespace

std::span<const ModelPreset> modelPresets()
{
    return table();
}

std::string modelIds()
{
    std::string ids;
    for (const ModelPreset& preset : modelPresets())
        ids += (ids.empty() ? "" : ", ") + preset.shape.id;
    return ids;
}

Result<ModelShape> modelFromId(std::string_view id)
{
    const auto presets = modelPresets();
    const auto known = std::ranges::find_if(
        presets, [id](const ModelPreset& preset) { return preset.shape.id == id; });
    if (known == presets.end())
        return failure(ErrorCode::UnknownChoice, {"model", std::string(id), modelIds()});
    return known->shape;
}

} // namespace pipegantt
