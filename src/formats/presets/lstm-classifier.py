# LSTM that classifies long sequences
from keras.models import Sequential
from keras.layers import Dense, LSTM

units, K, C = 32, 3, 5

model = Sequential()
model.add(LSTM(units, input_shape=(1000, K)))
model.add(Dense(C, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
