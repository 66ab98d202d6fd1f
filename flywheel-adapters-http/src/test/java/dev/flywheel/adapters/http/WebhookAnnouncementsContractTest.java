package dev.flywheel.adapters.http;

import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.testkit.AnnouncementsContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

final class WebhookAnnouncementsContractTest extends AnnouncementsContract {

    private final Receiver receiver;
    private final WebhookAnnouncements announcements;

    WebhookAnnouncementsContractTest() throws IOException {
        receiver = new Receiver(Samples.SECRET);
        announcements = Samples.builder(receiver.uri()).build();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Override
    protected Announcements announcements() {
        return announcements;
    }

    @Override
    protected void receiverAccepts() {
        receiver.answers(204);
    }

    @Override
    protected void receiverFails() {
        receiver.answers(500);
    }

    @Override
    protected void receiverLeaves() {
        receiver.answers(410);
    }

    @Override
    protected List<String> attemptedIds() {
        return receiver.ids();
    }
}
