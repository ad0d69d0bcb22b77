package com.acme.shop;

import com.acme.shop.catalog.Category;
import com.acme.shop.catalog.Price;
import com.acme.shop.catalog.Product;
import com.acme.shop.orders.Address;
import com.acme.shop.orders.BankPayment;
import com.acme.shop.orders.CardPayment;
import com.acme.shop.orders.Customer;
import com.acme.shop.orders.OrderLine;
import com.acme.shop.orders.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** With {@code --tour}: saves, reads, changes and deletes a record of each entity, and ends. */
@Component
class Tour implements ApplicationRunner {
    private final EntityManager manager;
    private final TransactionTemplate transactions;
    private final ConfigurableApplicationContext context;

    Tour(EntityManager manager, TransactionTemplate transactions, ConfigurableApplicationContext context) {
        this.manager = manager;
        this.transactions = transactions;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("tour")) {
            var product = transactions.execute(status -> saveProduct());
            var order = transactions.execute(status -> saveOrder(product));
            transactions.executeWithoutResult(status -> change(product, order));
            transactions.executeWithoutResult(status -> delete(product, order));
            System.out.println("tour completed");
            context.close();
        }
    }

    private Long saveProduct() {
        var tools = new Category("Tools", null);
        var hammers = new Category("Hammers", tools);
        var product = new Product("H-1", "Hammer", new Price(new BigDecimal("12.50"), "EUR"));
        product.setDescription("hits nails. ".repeat(100));
        product.setFragile(true);
        product.setThumbnail(new byte[] {0, 1, -1});
        product.setCategories(Set.of(tools, hammers));
        product.setPictures(List.of("front.png", "side.png"));
        product.setNames(Map.of("de", "Hammer", "nl", "Hamer"));
        List.of(tools, hammers, product).forEach(manager::persist);
        return product.getId();
    }

    private Long saveOrder(Long productId) {
        var product = manager.find(Product.class, productId);
        expect("side.png", product.getPictures().get(1));
        expect("Hamer", product.getNames().get("nl"));
        expect(2, product.getCategories().size());
        expect(true, product.isFragile());
        expect('M', product.getSize());
        expect(3, product.getThumbnail().length);
        expect(0, product.getWithTax().compareTo(new BigDecimal("14.875")));

        var customer = new Customer("Ada", new Address("Main St 1", "Ulm"), new Address("Side St 2", "Ulm"));
        var order = new PurchaseOrder(customer);
        manager.persist(customer);
        manager.persist(order);
        new OrderLine(order, product, 2);
        new OrderLine(order, product, 1);
        order.setPayment(new CardPayment(new BigDecimal("37.50"), "4242"));
        return order.getId();
    }

    private void change(Long productId, Long orderId) {
        var order = manager.find(PurchaseOrder.class, orderId);
        expect("Side St 2", order.getCustomer().getBilledTo().street());
        expect(2, order.getLines().size());
        expect("4242", ((CardPayment) order.getPayment()).getLastDigits());
        expect(true, order.getPayment().getId() >= 1000);

        manager.find(Product.class, productId).setPictures(List.of("top.png"));
        manager.remove(order.getPayment());
        order.setPayment(new BankPayment(new BigDecimal("37.50"), "DE02120300000000202051"));
        order.getLines().removeFirst();
    }

    private void delete(Long productId, Long orderId) {
        var order = manager.find(PurchaseOrder.class, orderId);
        expect(1, order.getLines().size());
        expect("DE02120300000000202051", ((BankPayment) order.getPayment()).getIban());
        var product = manager.find(Product.class, productId);
        expect(List.of("top.png"), List.copyOf(product.getPictures()));
        expect(1, product.getVersion());

        manager.remove(order);
        manager.remove(order.getCustomer());
        var categories = List.copyOf(product.getCategories());
        manager.remove(product);
        categories.forEach(manager::remove);
    }

    private static void expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }
}
