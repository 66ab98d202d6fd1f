package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.PolicyNumber;
import dev.flywheel.core.roster.CreatorId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** The ledger of creators' permissions: which posts may be advertised, until when, and what to renew. */
final class Permissions {

    private static final BinaryOperator<Authorization> LONGER =
            BinaryOperator.maxBy(Comparator.comparing(Authorization::lastDay)
                    .thenComparing(Authorization::kind)
                    .thenComparing(Authorization::video)
                    .thenComparing(Authorization::grantedOn));

    private final Measured measured;
    private final Map<VideoId, Authorization> longest = new TreeMap<>();

    Permissions(Measured measured) {
        this.measured = measured;
        Map<CreatorId, List<VideoId>> posts = new HashMap<>();
        measured.videos()
                .values()
                .forEach(video -> video.creator()
                        .ifPresent(creator -> posts.computeIfAbsent(creator, any -> new ArrayList<>())
                                .add(video.id())));
        for (Authorization authorization : measured.authorizations()) {
            longest.merge(authorization.video(), authorization, LONGER);
            if (authorization.kind() == Authorization.Kind.ACCOUNT) {
                Optional.ofNullable(measured.videos().get(authorization.video()))
                        .flatMap(video -> video.creator())
                        .map(posts::get)
                        .ifPresent(covered -> covered.forEach(post -> longest.merge(post, authorization, LONGER)));
            }
        }
    }

    /** Whether any permission is recorded at all. */
    boolean known() {
        return !longest.isEmpty();
    }

    /**
     * Today's answer is acted on tomorrow and the next one the day after: a permission that ends tomorrow leaves no later
     * chance to stop in time.
     */
    boolean outlivesNextLook(VideoId video) {
        return holdsThrough(video, measured.asOf().plusDays(2));
    }

    boolean holdsThrough(VideoId video, LocalDate day) {
        return of(video).filter(longest -> !longest.lastDay().isBefore(day)).isPresent();
    }

    /** The permission that lasts longest of those that cover a post; one for an account covers all its posts. */
    Optional<Authorization> of(VideoId video) {
        return Optional.ofNullable(longest.get(video));
    }

    /** Permissions that end soon, each with the first of these posts that it covers. */
    Map<Authorization, VideoId> ending(Collection<VideoId> posts) {
        int ahead = measured.program().policy().count(PolicyNumber.RENEW_BEFORE_DAYS);
        Map<Authorization, VideoId> ending = new LinkedHashMap<>();
        longest.forEach((video, authorization) -> {
            long left = daysLeft(authorization);
            if (left >= 0 && left <= ahead && posts.contains(video)) {
                ending.putIfAbsent(authorization, video);
            }
        });
        return ending;
    }

    List<Action> renewals(Map<Authorization, VideoId> ending, Set<VideoId> running) {
        List<Action> renewals = new ArrayList<>();
        ending.forEach((authorization, video) -> renewals.add(new Action.RenewAuthorization(
                video, authorization.lastDay(), renewal(video, authorization, running.contains(video)))));
        return renewals;
    }

    private Explanation renewal(VideoId video, Authorization authorization, boolean runs) {
        long left = daysLeft(authorization);
        return new Explanation(
                "Ask for a longer permission for video " + video + ": it ends on " + authorization.lastDay() + ".",
                null,
                Money.zero(measured.program().currency()),
                List.of(
                        (left == 1 ? "1 day is left" : left + " days are left")
                                + (authorization.kind() == Authorization.Kind.ACCOUNT
                                        ? ", for every post of the creator."
                                        : "."),
                        runs ? "A boost runs on it and would be stopped." : "It is a winner and may be boosted next."),
                "Let it lapse if you do not want to advertise the post any more.",
                true);
    }

    private long daysLeft(Authorization authorization) {
        return ChronoUnit.DAYS.between(measured.asOf(), authorization.lastDay());
    }

    List<PhaseReport.Fact> facts() {
        int ahead = measured.program().policy().count(PolicyNumber.RENEW_BEFORE_DAYS);
        List<Long> left =
                longest.values().stream().distinct().map(this::daysLeft).toList();
        long valid = left.stream().filter(days -> days >= 0).count();
        long ending = left.stream().filter(days -> days >= 0 && days <= ahead).count();
        return List.of(
                Facts.count("authorizationsValid", "permissions hold", valid),
                Facts.count("authorizationsEnding", "of them end within " + ahead + " days", ending),
                Facts.count("authorizationsExpired", "have ended", left.size() - valid));
    }
}
