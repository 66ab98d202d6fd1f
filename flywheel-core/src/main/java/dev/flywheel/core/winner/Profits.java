package dev.flywheel.core.winner;

import com.google.common.hash.Hashing;
import dev.flywheel.core.stats.GammaPrior;
import dev.flywheel.core.stats.ProfitModel;
import java.nio.charset.StandardCharsets;

/** Hands what is believed of a unit to the statistics. */
final class Profits {

    private Profits() {}

    /** What a unit's exposure brings: clicks, or views where clicks are unknown, take the place of views. */
    static ProfitModel.Builder ofExposure(String name, RateBelief rate, OrderEconomics economics, boolean paid) {
        long key = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).asLong();
        return ProfitModel.builder(key, new GammaPrior(rate.shape(), rate.rate()), economics.orderValue())
                .refundRate(economics.returnRate())
                .keepShare(paid ? economics.paidKeepShare() : economics.organicKeepShare())
                .costPerOrder(economics.costPerOrder())
                .costPerReturn(economics.costPerReturn());
    }
}
