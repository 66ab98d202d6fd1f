package dev.flywheel.app.report;

import static dev.flywheel.app.report.JsonValues.array;
import static dev.flywheel.app.report.JsonValues.estimate;
import static dev.flywheel.app.report.JsonValues.number;
import static dev.flywheel.app.report.JsonValues.object;
import static dev.flywheel.app.report.JsonValues.orNull;
import static dev.flywheel.app.report.JsonValues.text;
import static dev.flywheel.app.report.JsonValues.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flywheel.core.content.CreativeTags;
import dev.flywheel.core.content.Video;
import dev.flywheel.core.performance.Funnel;
import dev.flywheel.core.program.ProductId;
import dev.flywheel.core.roster.CreatorId;
import dev.flywheel.core.winner.Rankings;
import dev.flywheel.core.winner.Standing;

/** The {@code rankings} of the document. */
final class RankingsJson {
    private RankingsJson() {}

    static JsonNode of(Rankings rankings) {
        ObjectNode node = object();
        node.set("videos", array(rankings.videos(), RankingsJson::video));
        node.set("creators", array(rankings.creators(), RankingsJson::group));
        node.set("hooks", array(rankings.hooks(), RankingsJson::group));
        node.set("angles", array(rankings.angles(), RankingsJson::group));
        node.set("placements", array(rankings.placements(), RankingsJson::group));
        return node;
    }

    private static JsonNode video(Rankings.VideoStanding place) {
        Video video = place.video();
        CreativeTags tags = video.tags();
        ObjectNode node = object().put("rank", place.standing().rank())
                .put("videoId", video.id().value());
        node.set("creator", orNull(video.creator().map(CreatorId::value), JsonValues::text));
        node.set(
                "productIds",
                texts(video.products().stream().map(ProductId::value).toList()));
        node.set("hook", text(tags.hook()));
        node.set("angle", text(tags.angle()));
        node.set("placement", text(tags.placement()));
        node.set("format", text(tags.format()));
        node.put("postedAt", video.postedAt().toString());
        return withNumbers(node, place.standing());
    }

    private static JsonNode group(Standing standing) {
        ObjectNode node = object().put("rank", standing.rank())
                .put("name", standing.name())
                .put("videos", standing.videos())
                .put("creators", standing.creators());
        return withNumbers(node, standing);
    }

    private static JsonNode withNumbers(ObjectNode node, Standing standing) {
        Funnel seen = standing.seen();
        node.set("views", orNull(seen.get(Funnel.Count.VIEWS)));
        node.set("clicks", orNull(seen.get(Funnel.Count.CLICKS)));
        node.set("orders", orNull(seen.get(Funnel.Count.ORDERS)));
        node.set("gmv", orNull(seen.get(Funnel.Amount.GMV), JsonValues::money));
        node.set("netContribution", estimate(standing.netContribution()));
        node.set("conversionRate", estimate(standing.conversionRate()));
        node.put("evidence", standing.evidence());
        node.set("contributionPer1000Views", orNull(standing.perThousandViews(), JsonValues::estimate));
        node.set("profitPerAdDollar", orNull(standing.perAdDollar(), JsonValues::estimate));
        node.set("leftPerSample", orNull(standing.perSample(), JsonValues::estimate));
        node.set("probabilityProfitable", number(standing.probabilityProfitable()));
        node.set("qValue", number(standing.qValue()));
        node.set("expectedRank", estimate(standing.expectedRank()));
        node.set("probabilityTop", number(standing.probabilityTop()));
        return node.put("winner", standing.winner());
    }
}
