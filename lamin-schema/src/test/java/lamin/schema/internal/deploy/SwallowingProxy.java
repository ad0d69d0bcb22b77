package lamin.schema.internal.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A network between client and server that delivers a certain text, and after it brings no more answers. */
final class SwallowingProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicBoolean swallows = new AtomicBoolean();

    SwallowingProxy(String host, int port, String text) throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                var client = add(listening.accept());
                var server = add(new Socket(host, port));
                Thread.ofVirtual().start(() -> answers(server, client));
                requests(client.getInputStream(), server.getOutputStream(), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    private synchronized Socket add(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void requests(InputStream from, OutputStream to, String text) throws IOException {
        var buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(text)) {
                swallows.set(true);
            }
            to.write(buffer, 0, read);
        }
    }

    private void answers(Socket server, Socket client) {
        var buffer = new byte[8192];
        try {
            var from = server.getInputStream();
            var to = client.getOutputStream();
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                if (!swallows.get()) {
                    to.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // one of the two was closed, which is the end of the test
            swallows.set(true);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
