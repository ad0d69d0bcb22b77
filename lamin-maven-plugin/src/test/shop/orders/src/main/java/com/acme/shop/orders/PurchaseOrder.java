package com.acme.shop.orders;

import com.acme.shop.inventory.StockItem;
import jakarta.persistence.*;
import lombok.Data;

@Entity
@Data
@Table(name = "PurchaseOrders")
public class PurchaseOrder {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne
    private StockItem stockItem;
    private String shippedTo;

    String label() { return getShippedTo() + ": " + stockItem.getItemName(); }
}
