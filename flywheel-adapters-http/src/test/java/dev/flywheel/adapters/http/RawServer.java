package dev.flywheel.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that misbehaves as told and counts the requests that really reached it. */
final class RawServer implements AutoCloseable {

    @FunctionalInterface
    interface Answer {
        void to(Socket socket) throws IOException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final ServerSocket server;
    private final String greeting;
    private final Answer answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch clientLeft = new CountDownLatch(1);

    RawServer(Answer answer) throws IOException {
        this("", answer);
    }

    private RawServer(String greeting, Answer answer) throws IOException {
        this.greeting = greeting;
        this.answer = answer;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::serve);
    }

    /** Sends a text before it reads anything. */
    static RawServer thatSpeaksFirst(String text) throws IOException {
        return new RawServer(text, socket -> {});
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hooks/path-canary?token=query-canary");
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many connections came before one that this makes; connections are accepted in order. */
    int connectionsBeforeThis() throws IOException {
        try (Socket last = new Socket(server.getInetAddress(), server.getLocalPort())) {
            last.shutdownOutput();
            last.getInputStream().readAllBytes();
            return connections.get() - 1;
        }
    }

    boolean clientLeaves() throws InterruptedException {
        return clientLeft.await(5, TimeUnit.SECONDS);
    }

    /** Sends bytes as they are. */
    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Ends the connection with a reset instead of a farewell. */
    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Sends a piece every few milliseconds until the client leaves. */
    static void drip(Socket socket, String piece) throws IOException {
        socket.setSoTimeout(20);
        while (true) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                send(socket, piece);
            }
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                daemon(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            send(socket, greeting);
            requests.add(readRequest(socket.getInputStream()));
            answer.to(socket);
        } catch (IOException e) {
            // The client may leave at any time; what it sent before is what counts.
        } finally {
            clientLeft.countDown();
        }
    }

    private static String readRequest(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            text.append((char) next);
        }
        Matcher length = LENGTH.matcher(text);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text + new String(in.readNBytes(body), StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
