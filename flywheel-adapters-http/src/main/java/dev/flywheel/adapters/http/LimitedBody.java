package dev.flywheel.adapters.http;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Discards an answer's body and tells whether it stayed within a limit. Stops reading at the limit, so that a hostile
 * receiver cannot keep the connection busy with an endless body.
 */
final class LimitedBody implements HttpResponse.BodySubscriber<Boolean> {

    private final CompletableFuture<Boolean> within = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long bytesLeft;

    LimitedBody(int maxBytes) {
        this.bytesLeft = maxBytes;
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return within;
    }

    @Override
    public void onSubscribe(Flow.Subscription incoming) {
        subscription = incoming;
        incoming.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            bytesLeft -= buffer.remaining();
        }
        if (bytesLeft < 0 && within.complete(false) && subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        within.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        within.complete(true);
    }
}
